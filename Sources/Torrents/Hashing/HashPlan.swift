package import Crypto

/// What is to be hashed, and how the work is cut.
package struct HashPlan: Sendable {
    package let layout: Layout
    package let kind: Kind
    /// Whether each file's own SHA-256 is wanted: it needs the bytes in order.
    package let digestsFiles: Bool
    package let lanes: Lanes
    package let jobs: Int

    package init(layout: Layout, kind: Kind, digestsFiles: Bool, lanes: Lanes, jobs: Int) {
        self.layout = layout
        self.kind = kind
        self.digestsFiles = digestsFiles
        self.lanes = lanes
        self.jobs = max(1, jobs)
    }

    /// What one buffer holds of the stream. In order, a whole piece for each lane as long as that stays bounded;
    /// else each lane takes a segment of its own piece, little enough for all of them to stay in a core's cache.
    private var bufferLimit: Int {
        if digestsFiles { return max(2 << 20, min(12 << 20, Int(layout.pieceLength) * lanes.width)) }
        return max(1 << 18, min(2 << 20, (32 << 20) / jobs))
    }

    /// How many bytes of a piece are read at a time.
    var segment: Int {
        let piece = Int(layout.pieceLength)
        if piece <= Self.leaf || digestsFiles && piece <= bufferLimit { return piece }
        let share = digestsFiles ? bufferLimit : max(Self.leaf, bufferLimit / lanes.width)
        return min(piece, share - share % Self.leaf)
    }

    /// How many neighbouring pieces one thread takes at a time.
    var batch: Int {
        let fitting = max(1, bufferLimit / segment)
        return fitting > lanes.width ? fitting - fitting % lanes.width : fitting
    }

    var bufferLength: Int { batch * segment }

    /// One thread is left to the files' own digests, which are serial. Its window bounds what others can do beside it.
    var workers: Int {
        guard digestsFiles else { return jobs }
        return segment < Int(layout.pieceLength) ? 1 : max(1, min(jobs - 1, Self.windows - 1))
    }

    /// How many buffers there are where bytes are taken in order.
    static let windows = 3
    private static let leaf = MerkleTree.leafLength

    /// How many bytes of some pieces lie at or behind an offset into each of them.
    func byteCount(_ pieces: Range<Int>, from offset: Int64) -> Int {
        pieces.reduce(0) { $0 + max(0, layout.piece($1).count - Int(offset)) }
    }

    /// The pieces in batches. A short last piece is one by itself, for lanes advance in step.
    var batches: [Range<Int>] {
        let whole = Int(layout.length / layout.pieceLength)
        var batches = stride(from: 0, to: whole, by: batch).map { $0..<min($0 + batch, whole) }
        if whole < layout.pieceCount { batches.append(whole..<layout.pieceCount) }
        return batches
    }
}
