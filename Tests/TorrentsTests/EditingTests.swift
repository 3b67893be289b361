import Support
import Testing
import Torrents

@Suite("Editing")
struct EditingTests {
    /// The top level of a torrent: each key with its value's bytes.
    private func values(_ bytes: [UInt8]) throws -> [[UInt8]: [UInt8]] {
        var values: [[UInt8]: [UInt8]] = [:]
        var reader = try BencodeReader(bytes)
        try reader.dictionary { reader, key throws(Malformation) in
            let start = reader.position
            try reader.skip()
            values[Array(reader.bytes[key])] = Array(reader.bytes[start..<reader.position])
        }
        return values
    }

    private func random(_ generator: inout SeededGenerator) -> Editing {
        func change<Value: Sendable>(_ values: Value...) -> Editing.Change<Value> {
            let index = Int.random(in: 0..<values.count + 2, using: &generator)
            return index == 0 ? .keep : index == 1 ? .remove : .set(values[index - 2])
        }
        var editing = Editing()
        editing.tiers = change([["udp://new.example:1"], ["udp://other.example:2", "udp://third.example:3"]], [])
        editing.webSeeds = change(["https://new.example/x"], ["https://a.example/", "https://b.example/"], [])
        editing.comment = change("new", "", "ü\n\0")
        editing.creationDate = change(0, 1_800_000_000, -1)
        return editing
    }

    @Test("No edit changes an infohash or what it does not name", arguments: UInt64(0)..<60)
    func infohash(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let made = try RandomTorrent.made(seed: seed)
        // Unknown keys of any bytes and any value, before and behind all known ones.
        var root = try values(made.bytes)
        let names = ["", "announce2", "comment.utf-8", "creation date2", "info2", "url-list2", "x-unknown"]
        for key in names.map({ Array($0.utf8) }) + [[0x00], [0xff, 0xfe]] {
            let value = Bool.random(using: &generator) ? "d1:ai-7e1:bl0:ee" : "i12345678901e"
            if Bool.random(using: &generator) { root[key] = Array(value.utf8) }
        }
        var bytes = Bencode.dictionary(root.map { ($0.key, .raw($0.value)) }).encoded
        let original = try Metainfo(bytes)
        for _ in 0..<8 {
            let before = try Metainfo(bytes)
            let editing = random(&generator)
            bytes = try editing.apply(to: before)
            let after = try Metainfo(bytes)
            #expect(after.bytes[after.info].elementsEqual(original.bytes[original.info]))
            #expect(after.infohashV1 == made.torrent.infohashV1)
            #expect(after.infohashV2 == made.torrent.infohashV2)
            #expect(after.layers.keys == original.layers.keys)
            expect(editing, turned: before, into: after)
            let named: Set<[UInt8]> = Set(
                ["announce", "announce-list", "url-list", "comment", "creation date"].map { Array($0.utf8) })
            let isKept = try values(bytes).filter { !named.contains($0.key) } == root.filter { !named.contains($0.key) }
            #expect(isKept)
        }
    }

    private func expect(_ editing: Editing, turned before: Metainfo, into after: Metainfo) {
        switch editing.tiers {
        case .keep:
            #expect(after.tiers == before.tiers && after.announce == before.announce)
        case .remove: #expect(after.tiers.isEmpty && after.announce == nil)
        case .set(let tiers): #expect(after.tiers == tiers && after.announce == tiers.first?.first)
        }
        func wanted<Value>(_ change: Editing.Change<Value>, _ before: Value?) -> Value? {
            switch change {
            case .keep: before
            case .remove: nil
            case .set(let value): value
            }
        }
        #expect(after.webSeeds == wanted(editing.webSeeds, before.webSeeds) ?? [])
        #expect(after.comment == wanted(editing.comment, before.comment))
        #expect(after.creationDate == wanted(editing.creationDate, before.creationDate))
    }

    @Test("What is irregular in info stays as it is")
    func irregularInfo() throws {
        let info =
            "d4:name05:a.iso6:lengthi040000e12:piece lengthi16384e6:pieces60:\(String(repeating: "h", count: 60))e"
        let torrent = try Metainfo(Array("d4:info\(info)7:comment1:xe\n".utf8))
        #expect(torrent.irregularities.count == 5)
        var editing = Editing()
        editing.comment = .set("y")
        let edited = try Metainfo(editing.apply(to: torrent))
        #expect(edited.bytes == Array("d7:comment1:y4:info\(info)e".utf8))
        #expect(edited.infohashV1 == torrent.infohashV1)
    }

    @Test("No change writes the same torrent", arguments: Kind.allCases)
    func nothing(kind: Kind) throws {
        let made = try Made(.full("a.iso", kind), [("", [UInt8](repeating: 1, count: 40_000))])
        let isSame = try Editing().apply(to: made.torrent) == made.bytes
        #expect(isSame)
    }

    @Test("Lists become empty by going away")
    func emptyLists() throws {
        let made = try Made(.full("a.iso", .v1), [("", [1])])
        var editing = Editing()
        editing.tiers = .set([])
        editing.webSeeds = .set([])
        let keys = try values(editing.apply(to: made.torrent)).keys.map { String(decoding: $0, as: UTF8.self) }
        #expect(keys.sorted() == ["comment", "created by", "creation date", "info"])
    }

    @Test("Trackers are one tier each, or as many as are said")
    func tiers() throws {
        let made = try Made(.full("a.iso", .v1), [("", [1])])
        var editing = Editing()
        editing.tiers = .set([["udp://a.example:1", "udp://b.example:1"], ["udp://c.example:1"]])
        let written = try values(editing.apply(to: made.torrent))
        #expect(written[Array("announce".utf8)] == Array("17:udp://a.example:1".utf8))
        #expect(
            written[Array("announce-list".utf8)]
                == Array("ll17:udp://a.example:117:udp://b.example:1el17:udp://c.example:1ee".utf8))
    }
}
