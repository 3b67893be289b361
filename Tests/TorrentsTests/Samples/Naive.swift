import Crypto

/// The hashes of a torrent computed the long way, as BEP 3 and BEP 52 tell it: everything in memory, one by one.
enum Naive {
    private static let leaf = 16384
    private static let nothing = [UInt8](repeating: 0, count: 32)

    /// SHA-1 of each piece of a stream, 20 bytes each.
    static func v1(_ stream: [UInt8], pieceLength: Int) -> [UInt8] {
        stride(from: 0, to: stream.count, by: pieceLength).flatMap { start in
            Hasher.digest(.sha1, of: stream[start..<min(start + pieceLength, stream.count)])
        }
    }

    /// The "pieces root" of a file.
    static func root(_ file: [UInt8]) -> [UInt8] {
        var leaves = leaves(file)
        while leaves.count.nonzeroBitCount != 1 { leaves.append(nothing) }
        return root(of: leaves[...])
    }

    /// What stands for each piece of a file: nodes of its tree, or for a file of at most one piece its root.
    static func pieces(_ file: [UInt8], pieceLength: Int) -> [[UInt8]] {
        if file.count <= pieceLength { return [root(file)] }
        var leaves = leaves(file)
        let each = pieceLength / leaf
        while !leaves.count.isMultiple(of: each) { leaves.append(nothing) }
        return stride(from: 0, to: leaves.count, by: each).map { root(of: leaves[$0..<$0 + each]) }
    }

    /// The root over nodes whose number is a power of two.
    static func root(ofNodes nodes: [[UInt8]]) -> [UInt8] { root(of: nodes[...]) }

    private static func leaves(_ file: [UInt8]) -> [[UInt8]] {
        stride(from: 0, to: file.count, by: leaf).map { start in
            Hasher.digest(.sha256, of: file[start..<min(start + leaf, file.count)])
        }
    }

    private static func root(of leaves: ArraySlice<[UInt8]>) -> [UInt8] {
        if leaves.count == 1 { return leaves[leaves.startIndex] }
        let middle = leaves.startIndex + leaves.count / 2
        return Hasher.digest(.sha256, of: root(of: leaves[..<middle]) + root(of: leaves[middle...]))
    }
}
