/// What came out of reading a payload once.
package struct Hashes: Sendable {
    /// 20 bytes a piece; empty without v1, or without data.
    package var v1: [UInt8] = []
    /// The roots of the pieces, 32 bytes each; empty without v2, or without data.
    package var v2: [UInt8] = []
    /// Pieces that could not be read whole.
    package var unread: Set<Int> = []
    /// By file, where it was wanted: the SHA-256 of its bytes. Padding and empty files have none.
    package var files: [Int: [UInt8]] = [:]

    private let pieceCount: Int

    init(_ plan: HashPlan) {
        pieceCount = plan.layout.pieceCount
    }

    package func v1(piece: Int) -> ArraySlice<UInt8> { v1[piece * 20..<piece * 20 + 20] }
    package func v2(piece: Int) -> ArraySlice<UInt8> { v2[piece * 32..<piece * 32 + 32] }

    mutating func take(_ batch: Range<Int>, v1 digests: [UInt8], v2 roots: [UInt8], unread: Set<Int>) {
        // Room comes with the first hash: a torrent of millions of pieces may have no data at all.
        if v1.isEmpty && !digests.isEmpty { v1 = [UInt8](repeating: 0, count: pieceCount * 20) }
        if v2.isEmpty && !roots.isEmpty { v2 = [UInt8](repeating: 0, count: pieceCount * 32) }
        if !digests.isEmpty { v1.replaceSubrange(batch.lowerBound * 20..<batch.upperBound * 20, with: digests) }
        if !roots.isEmpty { v2.replaceSubrange(batch.lowerBound * 32..<batch.upperBound * 32, with: roots) }
        self.unread.formUnion(unread)
    }
}
