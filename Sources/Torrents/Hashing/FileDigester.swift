internal import Crypto

/// The SHA-256 of each file, from the stream's bytes in order.
struct FileDigester: ~Copyable {
    private var hasher = Hasher(.sha256)
    private var current: Int?
    private var digests: [Int: [UInt8]] = [:]

    mutating func absorb(_ segments: Segments) {
        segments.forEachRun { run, bytes in
            if run.file != current {
                close()
                current = run.file
            }
            hasher.update(bytes)
        }
    }

    mutating func finish() -> [Int: [UInt8]] {
        close()
        return digests
    }

    private mutating func close() {
        if let current { digests[current] = hasher.finish() }
        current = nil
    }
}
