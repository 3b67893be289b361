internal import CCrypto

/// The two digests that torrents and checksums are made of.
package enum Algorithm: Sendable {
    case sha1
    case sha256

    package var length: Int {
        switch self {
        case .sha1: 20
        case .sha256: 32
        }
    }
}

/// A digest over bytes that come one after another, by libcrypto. After `finish` it begins anew.
package struct Hasher: ~Copyable {
    private let algorithm: Algorithm
    private let context: OpaquePointer

    package init(_ algorithm: Algorithm) {
        guard let context = EVP_MD_CTX_new() else { preconditionFailure("out of memory for a digest") }
        self.algorithm = algorithm
        self.context = context
        begin()
    }

    deinit {
        EVP_MD_CTX_free(context)
    }

    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        let updated = EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
        precondition(updated == 1, "libcrypto refused bytes for a digest")
    }

    /// Writes `algorithm.length` bytes.
    package mutating func finish(into digest: UnsafeMutablePointer<UInt8>) {
        let finished = EVP_DigestFinal_ex(context, digest, nil)
        precondition(finished == 1, "libcrypto could not finish a digest")
        begin()
    }

    package mutating func finish() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: algorithm.length) { digest, count in
            guard let start = digest.baseAddress else { return }
            finish(into: start)
            count = algorithm.length
        }
    }

    package static func digest(_ algorithm: Algorithm, of bytes: some Sequence<UInt8>) -> [UInt8] {
        var hasher = Hasher(algorithm)
        let hashed: Void? = bytes.withContiguousStorageIfAvailable { hasher.update(UnsafeRawBufferPointer($0)) }
        if hashed == nil {
            Array(bytes).withUnsafeBytes { hasher.update($0) }
        }
        return hasher.finish()
    }

    private func begin() {
        // Fetched once a process: a look-up by name costs more than hashing a leaf's parent.
        let begun = EVP_DigestInit_ex(context, Fetched.method(algorithm), nil)
        precondition(begun == 1, "libcrypto has no \(algorithm): is it a build without that digest?")
    }
}

private struct Fetched: @unchecked Sendable {
    let method: OpaquePointer?

    static let sha1 = Fetched(method: EVP_MD_fetch(nil, "SHA1", nil))
    static let sha256 = Fetched(method: EVP_MD_fetch(nil, "SHA256", nil))

    static func method(_ algorithm: Algorithm) -> OpaquePointer? {
        switch algorithm {
        case .sha1: sha1.method
        case .sha256: sha256.method
        }
    }
}
