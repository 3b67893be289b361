internal import CLanes

/// Where several messages of one length begin.
package typealias Messages = UnsafeBufferPointer<UnsafePointer<UInt8>?>

extension Lanes {
    /// SHA-256 of each message; 32 bytes a message into `digests`.
    package func sha256(_ messages: Messages, length: Int, into digests: UnsafeMutablePointer<UInt8>) {
        if let kernel = sha256, messages.count >= kernel.least {
            lanes_sha256(kernel.raw, messages.baseAddress, messages.count, length, digests)
            return
        }
        var hasher = Hasher(.sha256)
        for (index, message) in messages.enumerated() {
            hasher.update(UnsafeRawBufferPointer(start: message, count: length))
            hasher.finish(into: digests + index * 32)
        }
    }

    /// One level of a Merkle tree, in place: the digests of `2 * pairs` neighbours become `pairs` digests.
    package func sha256(pairs: Int, inPlace digests: UnsafeMutablePointer<UInt8>) {
        if let kernel = sha256, pairs >= kernel.least {
            lanes_sha256_pairs(kernel.raw, digests, pairs, digests)
            return
        }
        var hasher = Hasher(.sha256)
        for pair in 0..<pairs {
            hasher.update(UnsafeRawBufferPointer(start: digests + pair * 64, count: 64))
            hasher.finish(into: digests + pair * 32)
        }
    }
}
