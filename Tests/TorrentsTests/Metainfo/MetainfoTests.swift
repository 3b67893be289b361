import Crypto
import Testing
import Torrents

@Suite("Reading torrents")
struct MetainfoTests {
    @Test("v1 of one file")
    func v1Single() throws {
        var sample = Sample.v1Single
        sample.info["private"] = .integer(1)
        sample.info["source"] = .text("example")
        sample.outside = [
            "announce": .text("udp://one.example:1"),
            "announce-list": .list([.list([.text("udp://one.example:1"), .text("udp://two.example:2")])]),
            "comment": .text("Grüße"), "created by": .text("freshet"), "creation date": .integer(1_700_000_000),
            "httpseeds": .list([.text("http://old.example/seed")]), "url-list": .text("https://web.example/a.iso"),
            "x-unknown": .dictionary([(key: [0xff], value: .list([]))]),
        ]
        let torrent = try Metainfo(sample.bytes)
        #expect(torrent.kind == .v1)
        #expect(torrent.name == "a.iso")
        #expect(torrent.isSingleFile)
        #expect(torrent.pieceLength == 16384)
        #expect(torrent.pieceCount == 3)
        #expect(torrent.size == 40_000)
        #expect(torrent.files.map(\.path) == [[]])
        #expect(torrent.files.map(\.length) == [40_000])
        #expect(torrent.pieces.map { Array(torrent.bytes[$0]) } == [UInt8](repeating: UInt8(ascii: "h"), count: 60))
        #expect(torrent.layers.isEmpty)
        #expect(torrent.isPrivate)
        #expect(torrent.source == "example")
        #expect(torrent.announce == "udp://one.example:1")
        #expect(torrent.tiers == [["udp://one.example:1", "udp://two.example:2"]])
        #expect(torrent.trackers == torrent.tiers)
        #expect(torrent.webSeeds == ["https://web.example/a.iso"])
        #expect(torrent.httpSeeds == ["http://old.example/seed"])
        #expect(torrent.comment == "Grüße")
        #expect(torrent.createdBy == "freshet")
        #expect(torrent.creationDate == 1_700_000_000)
        #expect(torrent.irregularities.isEmpty)
        #expect(torrent.infohashV2 == nil)
    }

    @Test("The infohashes are those of the bytes of info", arguments: Sample.all.keys.sorted())
    func infohashes(name: String) throws {
        var sample = try #require(Sample.all[name])
        let info = sample.info.bencode.encoded
        sample.outside["a"] = .text("4:info")
        sample.outside["z"] = .dictionary(["info": .text("4:info")])
        let torrent = try Metainfo(sample.bytes)
        #expect(Array(torrent.bytes[torrent.info]) == info)
        #expect(torrent.infohashV1 == (torrent.kind == .v2 ? nil : Hasher.digest(.sha1, of: info)))
        #expect(torrent.infohashV2 == (torrent.kind == .v1 ? nil : Hasher.digest(.sha256, of: info)))
    }

    @Test("v1 of a folder")
    func v1Multi() throws {
        let torrent = try Metainfo(Sample.v1Multi.bytes)
        #expect(torrent.kind == .v1)
        #expect(!torrent.isSingleFile)
        #expect(torrent.files.map(\.path) == [["one"], ["sub", "two"], ["three"]])
        #expect(torrent.files.map(\.length) == [40_000, 5, 0])
        #expect(torrent.size == 40_005)
        #expect(torrent.trackers.isEmpty)
        #expect(!torrent.isPrivate)
    }

    @Test("v2 of one file")
    func v2Single() throws {
        let torrent = try Metainfo(Sample.v2Single.bytes)
        #expect(torrent.kind == .v2)
        #expect(torrent.isSingleFile)
        #expect(torrent.pieces == nil)
        #expect(torrent.files.map(\.path) == [[]])
        #expect(torrent.files[0].root == [UInt8](repeating: UInt8(ascii: "r"), count: 32))
        #expect(torrent.pieceCount == 1)
    }

    @Test("v2 of a folder")
    func v2Multi() throws {
        let torrent = try Metainfo(Sample.v2Multi.bytes)
        #expect(torrent.kind == .v2)
        #expect(!torrent.isSingleFile)
        #expect(torrent.files.map(\.path) == [["empty"], ["one"], ["sub", "two"]])
        #expect(torrent.files.map { $0.root != nil } == [false, true, true])
        // Each file begins with a piece of its own.
        #expect(torrent.pieceCount == 2)
        #expect(torrent.layout.extents.map(\.start) == [0, 16384])
        #expect(torrent.size == 26384)
    }

    @Test("v2 in a folder of another name, or of one that only looks the same, is not one file")
    func v2Folder() throws {
        var sample = Sample.v2Single
        sample.info["name"] = .text("folder")
        #expect(try !Metainfo(sample.bytes).isSingleFile)
        #expect(try Metainfo(sample.bytes).files.map(\.path) == [["a.iso"]])

        // One letter, and a letter with an accent behind it.
        sample.info["name"] = .text("\u{e9}")
        sample.info["file tree"] = Sample.tree([("e\u{301}", Sample.leaf(length: 10_000))])
        #expect(try !Metainfo(sample.bytes).isSingleFile)
    }

    @Test("Hybrids carry both")
    func hybrids() throws {
        let single = try Metainfo(Sample.hybridSingle.bytes)
        #expect(single.kind == .hybrid)
        #expect(single.isSingleFile)
        #expect(single.files[0].root != nil)
        #expect(single.infohashV1?.count == 20)
        #expect(single.infohashV2?.count == 32)

        let multi = try Metainfo(Sample.hybridMulti.bytes)
        #expect(multi.kind == .hybrid)
        #expect(multi.files.map(\.path) == [["empty"], ["one"], [".pad", "6384"], ["sub", "two"]])
        #expect(multi.files.map(\.isPadding) == [false, false, true, false])
        #expect(multi.files.map { $0.root != nil } == [false, true, false, true])
        #expect(multi.size == 26384)
        #expect(multi.layout.length == 32768)
        #expect(multi.layout.extents.map(\.file) == [1, 3])
    }

    @Test("Links have no bytes, whatever length they claim")
    func symlinks() throws {
        func link(_ pairs: KeyValuePairs<String, Bencode?>) -> Bencode { .dictionary(pairs) }
        var sample = Sample.v1Multi
        sample.info["files"] = .list([
            Sample.file("one", length: 40_000),
            link(["attr": .text("l"), "path": Sample.path(["a"]), "symlink path": Sample.path(["one"])]),
            link([
                "attr": .text("lx"), "length": .integer(1 << 40), "path": Sample.path(["b"]),
                "symlink path": Sample.path(["..", "..", "etc"]),
            ]),
        ])
        let torrent = try Metainfo(sample.bytes)
        #expect(torrent.files.map(\.isSymlink) == [false, true, true])
        #expect(torrent.files.map(\.length) == [40_000, 0, 0])
        #expect(torrent.files[2].attributes == [.symlink, .executable])
        #expect(torrent.size == 40_000)

        var tree = Sample.v2Multi
        tree.info["file tree"] = Sample.tree([
            (
                "link",
                Sample.tree([("", link(["attr": .text("l"), "symlink path": Sample.path(["one"])]))])
            ),
            ("one", Sample.leaf(length: 10_000)),
        ])
        let v2 = try Metainfo(tree.bytes)
        #expect(v2.files.map(\.isSymlink) == [true, false])
        #expect(v2.size == 10_000)
    }

    @Test("Attributes are read letter by letter, unknown ones passed over")
    func attributes() throws {
        var sample = Sample.v1Multi
        sample.info["files"] = .list([
            .dictionary(["attr": .text("xh?"), "length": .integer(40_000), "path": Sample.path(["a"])]),
            .dictionary(["attr": .text("p"), "length": .integer(5)]),
        ])
        let torrent = try Metainfo(sample.bytes)
        #expect(torrent.files[0].attributes == [.executable, .hidden])
        #expect(torrent.files[1].isPadding)
        #expect(torrent.files[1].path == [".pad", "5"])
        #expect(torrent.size == 40_000)
        #expect(torrent.layout.length == 40_005)
    }

    @Test("A path of a hundred names is read")
    func deepPath() throws {
        let path = [String](repeating: "a", count: 100)
        var sample = Sample.v1Multi
        sample.info["files"] = .list([.dictionary(["length": .integer(40_000), "path": Sample.path(path)])])
        #expect(try Metainfo(sample.bytes).files.map(\.path) == [path])
    }

    @Test("Unknown keys are passed over wherever they stand")
    func unknownKeys() throws {
        let anything = Bencode.list([.integer(1), .dictionary(["a": .list([])])])
        var sample = Sample.hybridMulti
        sample.info["x"] = anything
        sample.outside["x"] = anything
        sample.info["files"] = .list([
            Sample.file("empty", length: 0),
            .dictionary(["length": .integer(10_000), "path": Sample.path(["one"]), "x": anything]),
            Sample.padding(6384), Sample.file("sub", "two", length: 16384),
        ])
        #expect(try Metainfo(sample.bytes).kind == .hybrid)
    }
}
