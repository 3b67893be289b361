internal import Crypto

/// The v2 tree: SHA-256 over leaves of 16 KiB, two by two up to the file's root.
struct MerkleTree {
    static let leafLength = 16384
    static let digestLength = 32

    let lanes: Lanes

    /// The root of a file over the roots of its pieces; what is missing to a power of two are pieces of zeros.
    func root(ofPieces roots: [UInt8], pieceLength: Int64) -> [UInt8] {
        let count = roots.count / Self.digestLength
        return root(of: roots, width: count.roundedUpToPowerOfTwo, filling: rootOfNothing(pieceLength))
    }

    /// The root of a piece of which no leaf exists.
    private func rootOfNothing(_ pieceLength: Int64) -> [UInt8] {
        var root = [UInt8](repeating: 0, count: Self.digestLength)
        var width = Int(pieceLength) / Self.leafLength
        while width > 1 {
            root = Hasher.digest(.sha256, of: root + root)
            width /= 2
        }
        return root
    }

    private func root(of digests: [UInt8], width: Int, filling: [UInt8]) -> [UInt8] {
        var digests = digests
        digests.reserveCapacity(width * Self.digestLength)
        while digests.count < width * Self.digestLength { digests += filling }
        return digests.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return filling }
            reduce(start, width: width, trees: 1)
            return Array(buffer.prefix(Self.digestLength))
        }
    }

    /// Turns `trees` neighbouring trees of `width` leaves each into their roots, in place.
    func reduce(_ digests: UnsafeMutablePointer<UInt8>, width: Int, trees: Int) {
        var width = width
        while width > 1 {
            width /= 2
            lanes.sha256(pairs: width * trees, inPlace: digests)
        }
    }
}

extension Int {
    var roundedUpToPowerOfTwo: Int {
        self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount)
    }
}
