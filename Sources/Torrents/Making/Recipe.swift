/// What a torrent shall say, apart from its payload.
package struct Recipe: Sendable {
    package var kind: Kind = .v1
    package var name: String
    package var tiers: [[String]] = []
    package var webSeeds: [String] = []
    package var comment: String?
    package var createdBy: String?
    /// Seconds since 1970.
    package var creationDate: Int64?
    package var isPrivate = false
    package var source: String?
    package var pieceSize: PieceSize = .automatic

    package init(name: String) {
        self.name = name
    }
}
