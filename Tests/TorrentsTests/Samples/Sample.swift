import Torrents

/// A torrent put together from single values, right or wrong, without any payload behind its hashes.
struct Sample: Sendable {
    var info: Entries
    var outside: Entries = [:]

    var bytes: [UInt8] {
        var root = outside
        if root["info"] == nil { root["info"] = info.bencode }
        return root.bencode.encoded
    }

    /// 40,000 bytes in three pieces.
    static let v1Single = Sample(info: [
        "length": .integer(40_000), "name": .text("a.iso"), "piece length": .integer(16384), "pieces": hashes(3),
    ])

    /// 40,000 bytes in a file, 5 in one below a folder, and one that is empty.
    static let v1Multi = Sample(info: [
        "files": .list([
            file("one", length: 40_000), file("sub", "two", length: 5), file("three", length: 0),
        ]),
        "name": .text("folder"), "piece length": .integer(16384), "pieces": hashes(3),
    ])

    /// A file of less than a piece: its root is all its hashes.
    static let v2Single = Sample(
        info: [
            "file tree": tree([("a.iso", leaf(length: 10_000))]), "meta version": .integer(2), "name": .text("a.iso"),
            "piece length": .integer(16384),
        ], outside: ["piece layers": .dictionary([])])

    static let v2Multi = Sample(
        info: [
            "file tree": tree([
                ("empty", leaf(length: 0, root: nil)), ("one", leaf(length: 10_000)),
                ("sub", tree([("two", leaf(length: 16384))])),
            ]),
            "meta version": .integer(2), "name": .text("folder"), "piece length": .integer(16384),
        ], outside: ["piece layers": .dictionary([])])

    static let hybridSingle: Sample = {
        var sample = v2Single
        sample.info["length"] = .integer(10_000)
        sample.info["pieces"] = hashes(1)
        return sample
    }()

    static let hybridMulti: Sample = {
        var sample = v2Multi
        sample.info["files"] = .list([
            file("empty", length: 0), file("one", length: 10_000), padding(6384), file("sub", "two", length: 16384),
        ])
        sample.info["pieces"] = hashes(2)
        return sample
    }()

    static let all = [
        "v1 of one file": v1Single, "v1 of a folder": v1Multi, "v2 of one file": v2Single, "v2 of a folder": v2Multi,
        "hybrid of one file": hybridSingle, "hybrid of a folder": hybridMulti,
    ]
}

extension Sample {
    static func hashes(_ count: Int) -> Bencode { .bytes([UInt8](repeating: UInt8(ascii: "h"), count: count * 20)) }

    static func root(_ byte: Character = "r") -> Bencode { .text(String(repeating: byte, count: 32)) }

    static func path(_ components: [String]) -> Bencode { .list(components.map(Bencode.text)) }

    static func file(_ path: String..., length: Int64) -> Bencode {
        .dictionary(["length": .integer(length), "path": Self.path(path)])
    }

    static func padding(_ length: Int64) -> Bencode {
        .dictionary(["attr": .text("p"), "length": .integer(length), "path": path([".pad", "\(length)"])])
    }

    /// What stands in a file tree: names, each with a folder or a leaf.
    static func tree(_ entries: [(String, Bencode)]) -> Bencode {
        .dictionary(entries.map { (key: Array($0.0.utf8), value: $0.1) })
    }

    static func leaf(length: Int64?, root: Bencode? = Sample.root(), attr: String? = nil) -> Bencode {
        tree([
            (
                "",
                .dictionary([
                    "attr": attr.map(Bencode.text), "length": length.map(Bencode.integer), "pieces root": root,
                ])
            )
        ])
    }
}
