import Crypto
import Files
import Publishing
import Torrents

/// What `make` was asked for, checked as far as it can be before anything is read.
struct MakeRequest {
    let hashing: Hashing
    let name: String?
    let writesChecksums: Bool
    let replaces: Bool
    let isDryRun: Bool
    let isQuiet: Bool
    let isJSON: Bool
    let output: String?
    private let recipe: Recipe
    private let webSeeds: [String]

    init(_ arguments: Arguments, in world: World) throws {
        hashing = try Hashing(arguments, in: world)
        name = arguments.value("name")
        writesChecksums = arguments.has("checksum")
        replaces = arguments.has("force")
        isDryRun = arguments.has("dry-run")
        isQuiet = arguments.has("quiet")
        isJSON = arguments.has("json")
        output = arguments.value("output")
        webSeeds = arguments.values("web-seed")
        var recipe = Recipe(name: "")
        recipe.kind = arguments.value("kind").flatMap(Kind.init) ?? .v1
        recipe.tiers = try Failure.asking { try Tiers.asked(arguments, in: world) }
        recipe.comment = arguments.value("comment").flatMap { $0.isEmpty ? nil : $0 }
        recipe.createdBy = "freshet \(Program.freshet.version)"
        recipe.creationDate = try CreationDate.asked(arguments, in: world)
        recipe.isPrivate = arguments.has("private")
        recipe.source = arguments.value("source").flatMap { $0.isEmpty ? nil : $0 }
        recipe.pieceSize = try SizeArgument.pieceSize(arguments.value("piece-size"))
        self.recipe = recipe
        try checkTogether(arguments)
    }

    /// What the torrent of one source shall say.
    func recipe(for source: MakeSource) throws -> Recipe {
        var recipe = recipe
        recipe.name = name ?? source.name
        recipe.comment = recipe.comment?.replacing("{name}", with: recipe.name)
        let urls = try Failure.asking {
            try webSeeds.map {
                try Announcing.webSeed($0, name: recipe.name, isSingleFile: !source.isFolder)
            }
        }
        recipe.webSeeds = Announcing.distinct([urls]).first ?? []
        return recipe
    }

    private func checkTogether(_ arguments: Arguments) throws {
        guard output == "-" else { return }
        if isJSON { throw Failure.usage("--json and --output - both want standard output") }
        if arguments.operands.count > 1 {
            throw Failure.usage("--output - takes one torrent, not \(arguments.operands.count)")
        }
    }
}
