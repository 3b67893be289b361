import Synchronization
import Torrents

/// Files in memory. They notice what is read of them, and can be made to lack bytes or to fail.
final class MemoryPayload: Payload {
    struct Broken: Error, Equatable {
        let read: Int
    }

    struct Read: Sendable {
        let file: Int
        let range: Range<Int64>
    }

    /// By index among the torrent's files; padding has none.
    let files: [[UInt8]?]
    private let failingRead: Int?
    private let log = Mutex<[Read]>([])

    init(_ files: [[UInt8]?], failingRead: Int? = nil) {
        self.files = files
        self.failingRead = failingRead
    }

    var reads: [Read] { log.withLock { $0 } }

    func read(file: Int, at offset: Int64, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let range = offset..<offset + Int64(buffer.count)
        let count = log.withLock { log in
            log.append(Read(file: file, range: range))
            return log.count
        }
        if count == failingRead { throw Broken(read: count) }
        guard let there = files[file]?.dropFirst(Int(offset)).prefix(buffer.count) else { return 0 }
        there.withUnsafeBytes { buffer.copyMemory(from: $0) }
        return there.count
    }
}
