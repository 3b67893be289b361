/// How long pieces are: said, or fitted to the size.
package enum PieceSize: Sendable, Equatable {
    case automatic
    case bytes(Int64)

    package static let smallest: Int64 = 16 << 10
    package static let largest: Int64 = 128 << 20
    private static let largestAutomatic: Int64 = 16 << 20
    /// At 2, 5 and 10 GiB this gives 1, 4 and 8 MiB: hash lists of some 40 KB, and pieces that a slow peer
    /// still finishes in reasonable time.
    private static let fittingCount: Int64 = 2048

    /// The smallest power of two that needs at most 2,048 pieces, between 16 KiB and 16 MiB.
    package func length(for total: Int64) -> Int64 {
        switch self {
        case .bytes(let length): return length
        case .automatic:
            var length = Self.smallest
            while length < Self.largestAutomatic && total > length * Self.fittingCount { length *= 2 }
            return length
        }
    }
}
