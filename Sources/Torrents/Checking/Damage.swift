/// What a check found.
package struct Findings: Sendable, Equatable {
    package enum FileState: Sendable, Equatable {
        case complete
        case missing
        /// How many bytes there are instead.
        case wrongSize(Int64)
        case unreadable(String)
    }

    package struct Damage: Sendable, Equatable {
        package let file: Int
        package let range: Range<Int64>
    }

    /// By file, in the torrent's order.
    package var states: [FileState]
    package var badPieces: [Int] = []
    /// Neighbouring bad ranges are one.
    package var damage: [Damage] = []
    package var pieceCount: Int
    /// Files whose bytes give another root than the torrent's, where no piece of theirs could be blamed.
    package var badRoots: [Int] = []
    /// The last v1 piece matches only with zeros behind it: the torrent is wrong, not the data.
    package var paddedLastPiece = false

    package var isSound: Bool {
        badPieces.isEmpty && badRoots.isEmpty && states.allSatisfy { $0 == .complete }
    }
}
