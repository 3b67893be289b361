import Torrents

extension Recipe {
    init(_ name: String, _ kind: Kind, pieceSize: PieceSize = .automatic) {
        self.init(name: name)
        self.kind = kind
        self.pieceSize = pieceSize
    }
}

extension Recipe {
    /// With all that a recipe can say.
    static func full(_ name: String, _ kind: Kind) -> Recipe {
        var recipe = Recipe(name, kind, pieceSize: .bytes(16384))
        recipe.tiers = [["udp://one.example:6969/announce"], ["https://two.example/announce"]]
        recipe.webSeeds = ["https://download.example/" + name]
        recipe.comment = "A comment"
        recipe.createdBy = "freshet"
        recipe.creationDate = 1_700_000_000
        recipe.source = "example"
        return recipe
    }
}
