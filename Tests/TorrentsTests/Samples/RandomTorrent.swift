import Support
import Torrents

/// Torrents of random files, made by the program itself.
enum RandomTorrent {
    static func files(single: Bool, _ generator: inout SeededGenerator) -> [(path: String, bytes: [UInt8])] {
        var content = Content(seed: generator.next())
        func size() -> Int {
            let edge = [1, 16384, 32768, 65536, 100_000].randomElement(using: &generator) ?? 1
            return Bool.random(using: &generator)
                ? edge + Int.random(in: -1...1, using: &generator) : Int.random(in: 0...120_000, using: &generator)
        }
        if single { return [("", content.bytes(max(1, size())))] }
        let names = ["a/x", "a-b/y", "a.txt", "d/e/f", "Z", "\u{e9}", "e\u{301}", "last"]
        let count = Int.random(in: 1...names.count, using: &generator)
        var files = names.shuffled(using: &generator).prefix(count).map { ($0, content.bytes(size())) }
        // Never nothing at all.
        files[0].1 += [1]
        return files
    }

    static func made(seed: UInt64) throws -> Made {
        var generator = SeededGenerator(seed: seed)
        let kind = Kind.allCases[Int(seed % 3)]
        let single = seed / 3 % 2 == 0
        var recipe = seed / 6 % 2 == 0 ? Recipe.full("torrent", kind) : Recipe("torrent", kind)
        recipe.pieceSize = .bytes([16384, 32768, 65536].randomElement(using: &generator) ?? 16384)
        return try Made(recipe, files(single: single, &generator))
    }
}
