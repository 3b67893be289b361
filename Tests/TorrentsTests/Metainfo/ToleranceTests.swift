import Testing
import Torrents

/// What is not right and yet read, for clients read it, too.
@Suite("Tolerated irregularities")
struct ToleranceTests {
    private func bytes(_ info: String, _ outside: String = "") -> [UInt8] { Array("d\(outside)4:info\(info)e".utf8) }

    private static let hashes = String(repeating: "h", count: 60)

    private func irregularities(_ bytes: [UInt8]) throws -> [Rule] { try Metainfo(bytes).irregularities.map(\.rule) }

    @Test("v1: leading zeros and keys out of order, also in info")
    func v1() throws {
        let unsorted = "d4:name5:a.iso6:lengthi40000e12:piece lengthi16384e6:pieces60:\(Self.hashes)e"
        #expect(try irregularities(bytes(unsorted)) == [.unsortedKeys])
        let zeros = "d6:lengthi040000e4:name05:a.iso12:piece lengthi16384e6:pieces60:\(Self.hashes)e"
        #expect(try irregularities(bytes(zeros)) == [.irregularNumber, .irregularNumber])
        #expect(try Metainfo(bytes(zeros)).size == 40_000)
        #expect(try Metainfo(bytes(zeros)).name == "a.iso")
    }

    @Test("v2: outside of info only")
    func v2() throws {
        let info = String(decoding: Sample.v2Single.info.bencode.encoded, as: UTF8.self)
        #expect(
            try irregularities(bytes(info, "13:creation datei007e7:comment1:x")) == [.irregularNumber, .unsortedKeys])
        for wrong in [
            info.replacing("6:lengthi10000e", with: "6:lengthi010000e"),
            info.replacing("12:piece lengthi16384e", with: "5:wrongi1e12:piece lengthi16384e"),
            info.replacing("4:name5:a.iso", with: "4:name05:a.iso"),
        ] {
            #expect(wrong != info)
            #expect(throws: Malformation.self) { _ = try Metainfo(bytes(wrong)) }
        }
    }

    @Test("A line break at the end")
    func lineBreak() throws {
        #expect(try irregularities(Sample.v2Single.bytes + Array("\n".utf8)) == [.trailingNewline])
        #expect(try irregularities(Sample.v1Single.bytes + Array("\r\n".utf8)) == [.trailingNewline])
    }

    @Test("A key twice is never let pass, however much else is irregular")
    func manyIrregularities() throws {
        let zeros = String(repeating: "i00e", count: 500)
        let twice = "d6:lengthi40000e4:name5:a.iso4:name5:b.iso12:piece lengthi16384e6:pieces60:\(Self.hashes)e"
        #expect(throws: Malformation.self) { _ = try Metainfo(bytes(twice)) }
        let malformation = #expect(throws: Malformation.self) { _ = try Metainfo(bytes(twice, "1:al\(zeros)e")) }
        #expect(malformation?.rule == .duplicateKeys)
        #expect(malformation?.path == "info.name")

        let v2 = String(decoding: Sample.v2Single.info.bencode.encoded, as: UTF8.self)
            .replacing("6:lengthi10000e", with: "6:lengthi010000e")
        #expect(throws: Malformation.self) { _ = try Metainfo(bytes(v2, "1:al\(zeros)e")) }
    }

    @Test("Trackers and web seeds in their many forms")
    func sources() throws {
        var sample = Sample.v1Single
        sample.outside["announce-list"] = .list([
            .text("udp://alone.example:1"), .list([]), .list([.text(""), .text("udp://two.example:2")]), .text(""),
        ])
        sample.outside["url-list"] = .list([.text("https://a.example/x"), .text("")])
        var torrent = try Metainfo(sample.bytes)
        #expect(torrent.tiers == [["udp://alone.example:1"], ["udp://two.example:2"]])
        #expect(torrent.webSeeds == ["https://a.example/x"])

        sample.outside["announce-list"] = .list([.integer(1), .list([.list([]), .text("udp://a.example:1")])])
        sample.outside["url-list"] = .list([.integer(1), .text("https://a.example/x")])
        #expect(throws: Malformation.self) { _ = try Metainfo(sample.bytes) }
        sample.outside["announce-list"] = .list([.list([.list([]), .text("udp://a.example:1")])])
        torrent = try Metainfo(sample.bytes)
        #expect(torrent.tiers == [["udp://a.example:1"]])
        #expect(torrent.webSeeds == ["https://a.example/x"])
        #expect(torrent.irregularities.map(\.problem).count == 2)
        #expect(torrent.irregularities.allSatisfy { $0.rule == .wrongType && $0.fault == "not a text" })
        #expect(torrent.irregularities.map(\.path) == ["announce-list[0][0]", "url-list[0]"])

        sample.outside = ["announce": .text("udp://a.example:1"), "announce-list": .list([]), "url-list": .text("")]
        torrent = try Metainfo(sample.bytes)
        #expect(torrent.trackers == [["udp://a.example:1"]])
        #expect(torrent.webSeeds.isEmpty)
    }

    @Test("An empty announce is none")
    func emptyAnnounce() throws {
        var sample = Sample.v1Single
        sample.outside["announce"] = .text("")
        let torrent = try Metainfo(sample.bytes)
        #expect(torrent.announce == nil)
        #expect(torrent.trackers.isEmpty)
        #expect(!Magnet.link(torrent).contains("tr="))
    }

    @Test("`private` counts when it is 1, and `source` when it is a text")
    func flags() throws {
        var sample = Sample.v1Single
        for (value, isPrivate) in [(Int64(0), false), (1, true), (2, false)] {
            sample.info["private"] = .integer(value)
            #expect(try Metainfo(sample.bytes).isPrivate == isPrivate)
        }
        sample.info["source"] = .list([.integer(1)])
        #expect(try Metainfo(sample.bytes).source == nil)
    }

    @Test("An explicit version 1 is v1, a tree beside it passed over")
    func versionOne() throws {
        var sample = Sample.hybridSingle
        sample.info["meta version"] = .integer(1)
        #expect(try Metainfo(sample.bytes).kind == .v1)
        sample.info["meta version"] = nil
        #expect(try Metainfo(sample.bytes).kind == .v1)
        #expect(try Metainfo(sample.bytes).isSingleFile)
    }

    @Test("Layers may be missing, as they may come from other peers")
    func missingLayers() throws {
        let made = try Made(
            Recipe("a.iso", .v2, pieceSize: .bytes(16384)), [("", [UInt8](repeating: 7, count: 50_000))])
        #expect(made.torrent.layers.count == 1)
        var root = Sample(info: [:], outside: ["info": .raw(Array(made.bytes[made.torrent.info]))])
        #expect(try Metainfo(root.bytes).layers.isEmpty)
        root.outside["piece layers"] = .dictionary([])
        #expect(try Metainfo(root.bytes).infohashV2 == made.torrent.infohashV2)
    }

    @Test("Long texts and many sources are read up to their limits")
    func limits() throws {
        var sample = Sample.v1Single
        sample.info["name"] = .bytes([UInt8](repeating: 0x78, count: 4096))
        sample.outside["comment"] = .bytes([UInt8](repeating: 0x78, count: 1 << 20))
        sample.outside["url-list"] = .list([Bencode](repeating: .text("x"), count: 10_000))
        sample.outside["announce-list"] = .list([.list([Bencode](repeating: .text("x"), count: 10_000))])
        let torrent = try Metainfo(sample.bytes)
        #expect(torrent.name.utf8.count == 4096)
        #expect(torrent.comment?.utf8.count == 1 << 20)
        #expect(torrent.webSeeds.count == 10_000)
        #expect(torrent.tiers.map(\.count) == [10_000])
    }

    @Test("Names that are not UTF-8 are shown as well as they can be")
    func names() throws {
        var sample = Sample.v1Single
        sample.info["name"] = .bytes([0x61, 0xff, 0x62])
        #expect(try Metainfo(sample.bytes).name == "a\u{fffd}b")
        sample.info["name"] = .text(".")
        #expect(try Metainfo(sample.bytes).name == ".")
    }
}
