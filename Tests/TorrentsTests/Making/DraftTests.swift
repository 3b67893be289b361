import Crypto
import Testing
import Torrents

@Suite("Making torrents")
struct DraftTests {
    private func content(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
        var content = Content(seed: seed)
        return content.bytes(count)
    }

    /// The top level as it stands: each key with the bytes of its value.
    private func keys(_ bytes: [UInt8], within path: String? = nil) throws -> [String] {
        var keys: [String] = []
        var reader = try BencodeReader(bytes)
        try reader.dictionary { reader, key throws(Malformation) in
            let name = reader.text(key)
            if path == nil { keys.append(name) }
            guard name == path else { return try reader.skip() }
            try reader.dictionary { reader, key throws(Malformation) in
                keys.append(reader.text(key))
                try reader.skip()
            }
        }
        return keys
    }

    @Test("The same input gives the same bytes, whatever computed them", arguments: Kind.allCases)
    func sameBytes(kind: Kind) throws {
        let files = [("b/x", content(70_000)), ("a", content(3, seed: 2)), ("b.txt", []), ("c", content(50_000))]
        let first = try Made(.full("folder", kind), files, lanes: .off)
        for jobs in 1...3 {
            let again = try Made(.full("folder", kind), files.shuffled(), lanes: .fastest, jobs: jobs)
            let isSame = again.bytes == first.bytes
            #expect(isSame)
        }
    }

    @Test("Everything that a recipe says stands in the torrent", arguments: Kind.allCases)
    func everything(kind: Kind) throws {
        let recipe = Recipe.full("a.iso", kind)
        let made = try Made(recipe, [("", content(50_000))])
        let torrent = made.torrent
        #expect(torrent.irregularities.isEmpty)
        #expect(torrent.kind == kind)
        #expect(torrent.name == "a.iso")
        #expect(torrent.isSingleFile)
        #expect(torrent.announce == recipe.tiers[0][0])
        #expect(torrent.tiers == recipe.tiers)
        #expect(torrent.webSeeds == recipe.webSeeds)
        #expect(torrent.comment == recipe.comment)
        #expect(torrent.createdBy == recipe.createdBy)
        #expect(torrent.creationDate == recipe.creationDate)
        #expect(torrent.source == recipe.source)
        #expect(!torrent.isPrivate)
        #expect(torrent.size == 50_000)
        #expect(torrent.pieceLength == 16384)
        let outside = [
            "announce", "announce-list", "comment", "created by", "creation date", "info", "piece layers", "url-list",
        ]
        #expect(try keys(made.bytes) == outside.filter { kind.hasV2 || $0 != "piece layers" })
    }

    @Test("What is not said is not written", arguments: Kind.allCases)
    func nothing(kind: Kind) throws {
        let made = try Made(Recipe("a.iso", kind), [("", content(1))])
        #expect(try keys(made.bytes) == (kind.hasV2 ? ["info", "piece layers"] : ["info"]))
        let v1 = ["length", "name", "piece length", "pieces"]
        let v2 = ["file tree", "meta version", "name", "piece length"]
        let wanted =
            switch kind {
            case .v1: v1
            // No length beside the tree: clients would take it for a broken v1.
            case .v2: v2
            case .hybrid: Set(v1 + v2).sorted()
            }
        #expect(try keys(made.bytes, within: "info") == wanted)
    }

    @Test("Private stands there only when it is")
    func privacy() throws {
        var recipe = Recipe("a.iso", .v1)
        let open = try Made(recipe, [("", content(5))])
        recipe.isPrivate = true
        let closed = try Made(recipe, [("", content(5))])
        #expect(closed.torrent.isPrivate)
        #expect(try keys(closed.bytes, within: "info").contains("private"))
        #expect(try !keys(open.bytes, within: "info").contains("private"))
        #expect(open.torrent.infohashV1 != closed.torrent.infohashV1)
    }

    @Test("The first tracker of all is the announce; empty tiers are none")
    func trackers() throws {
        var recipe = Recipe("a.iso", .v1)
        recipe.tiers = [[], ["udp://a.example:1", "udp://b.example:1"], [], ["udp://c.example:1"]]
        let torrent = try Made(recipe, [("", content(5))]).torrent
        #expect(torrent.announce == "udp://a.example:1")
        #expect(torrent.tiers == [["udp://a.example:1", "udp://b.example:1"], ["udp://c.example:1"]])
        recipe.tiers = [[]]
        #expect(try keys(Made(recipe, [("", content(5))]).bytes) == ["info"])
    }

    @Test("Files stand in the order of their paths' raw bytes, component by component", arguments: Kind.allCases)
    func order(kind: Kind) throws {
        let names = ["a.txt", "a-b/y", "a/x", "Z", "\u{e9}", "e\u{301}", "b/c/d", "b/c.d"]
        let made = try Made(
            Recipe("folder", kind, pieceSize: .bytes(16384)),
            names.map { (path: $0, bytes: Array("\($0)!".utf8)) })
        let paths = made.torrent.files.filter { !$0.isPadding }.map { $0.path.joined(separator: "/") }
        let wanted = ["Z", "a/x", "a-b/y", "a.txt", "b/c/d", "b/c.d", "e\u{301}", "\u{e9}"]
        #expect(paths.map { Array($0.utf8) } == wanted.map { Array($0.utf8) })
        #expect(!made.torrent.isSingleFile)
    }

    @Test("A hybrid pads every file that ends inside a piece, the last one, too")
    func padding() throws {
        let files = [
            ("a", content(5)), ("b", []), ("c", content(16384)), ("d", content(16385)), ("e", content(20_000)),
        ]
        let torrent = try Made(Recipe("folder", .hybrid, pieceSize: .bytes(16384)), files).torrent
        #expect(
            torrent.files.map { $0.path.joined(separator: "/") } == [
                "a", ".pad/16379", "b", "c", "d", ".pad/16383", "e", ".pad/12768",
            ])
        #expect(torrent.files.map(\.isPadding) == [false, true, false, false, false, true, false, true])
        #expect(torrent.layout.length == 6 * 16384)
        #expect(torrent.size == 52_774)
    }

    @Test("One file is never padded, nor is v1 or v2", arguments: Kind.allCases)
    func noPadding(kind: Kind) throws {
        let single = try Made(Recipe("a.iso", kind), [("", content(20_000))]).torrent
        #expect(single.files.count == 1)
        #expect(single.layout.length == 20_000)
        if kind != .hybrid {
            let folder = try Made(Recipe("f", kind), [("a", content(5)), ("b", content(5))]).torrent
            #expect(folder.files.count == 2)
        }
    }

    @Test("Every hash is the one of the long way", arguments: Kind.allCases)
    func hashes(kind: Kind) throws {
        let bytes = content(100_000)
        let torrent = try Made(Recipe("a.iso", kind, pieceSize: .bytes(32768)), [("", bytes)]).torrent
        if kind.hasV1 {
            #expect(torrent.pieces.map { Array(torrent.bytes[$0]) } == Naive.v1(bytes, pieceLength: 32768))
        }
        if kind.hasV2 {
            let root = Naive.root(bytes)
            #expect(torrent.files[0].root == root)
            #expect(
                torrent.layers.mapValues { Array(torrent.bytes[$0]) }
                    == [root: Naive.pieces(bytes, pieceLength: 32768).reduce([], +)])
        }
    }

    @Test("Roots and layers of any files are the ones of the long way", arguments: UInt64(0)..<36)
    func trees(seed: UInt64) throws {
        let made = try RandomTorrent.made(seed: seed)
        let torrent = made.torrent
        guard torrent.kind.hasV2 else { return }
        var layers: [[UInt8]: [UInt8]] = [:]
        for (file, content) in zip(torrent.files, made.payload.files) {
            guard let content, !content.isEmpty else {
                #expect(file.root == nil)
                continue
            }
            let root = Naive.root(content)
            #expect(file.root == root)
            let nodes = Naive.pieces(content, pieceLength: Int(torrent.pieceLength))
            if nodes.count > 1 { layers[root] = nodes.reduce([], +) }
        }
        let areRight = torrent.layers.mapValues { Array(torrent.bytes[$0]) } == layers
        #expect(areRight)
    }

    @Test("Files alike share one layer; small ones have none", arguments: [Kind.hybrid, .v2])
    func layers(kind: Kind) throws {
        let same = content(40_000)
        let files = [
            ("a", same), ("b", content(16384)), ("c", same), ("d", content(40_000, seed: 9)), ("e", []),
        ]
        let torrent = try Made(Recipe("folder", kind, pieceSize: .bytes(16384)), files).torrent
        #expect(torrent.layers.count == 2)
        #expect(Set(torrent.layers.keys) == [Naive.root(same), Naive.root(content(40_000, seed: 9))])
        #expect(torrent.layers.values.allSatisfy { $0.count == 96 })
        let roots = torrent.files.filter { !$0.isPadding }.map(\.root)
        #expect(roots[0] == roots[2])
        #expect(roots[1] == Naive.root(content(16384)))
        #expect(roots[4] == nil)
    }
}
