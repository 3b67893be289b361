import Torrents

extension Refusal {
    static let hybrid = [
        mismatch("v1 and v2 disagree about file 1, \"a.iso\"", .hybridSingle) { $0.info["length"] = .integer(10_001) },
        mismatch("v1 and v2 disagree about file 1, \"b.iso\"", .hybridSingle) { $0.info["name"] = .text("b.iso") },
        mismatch("neither \"length\" nor \"files\"", .hybridSingle, .noFiles) { $0.info["length"] = nil },
        mismatch("no files in it", .hybridMulti, .noFiles) { $0.info["files"] = .list([]) },
        mismatch("v2 has files that v1 lacks", .hybridMulti) {
            $0.info["files"] = .list([
                Sample.file("empty", length: 0), Sample.file("one", length: 10_000), Sample.padding(6384),
            ])
        },
        mismatch("v1 and v2 disagree about file 5, \"more\"", .hybridMulti) {
            $0.info["files"] = .list([
                Sample.file("empty", length: 0), Sample.file("one", length: 10_000), Sample.padding(6384),
                Sample.file("sub", "two", length: 16384), Sample.file("more", length: 1),
            ])
        },
        // The order of the tree is the order of the payload.
        mismatch("v1 and v2 disagree about file 1, \"sub/two\"", .hybridMulti) {
            $0.info["files"] = .list([
                Sample.file("sub", "two", length: 16384), Sample.file("empty", length: 0),
                Sample.file("one", length: 10_000), Sample.padding(6384),
            ])
        },
        mismatch("v1 and v2 disagree about file 2, \"uno\"", .hybridMulti) {
            $0.info["files"] = .list([
                Sample.file("empty", length: 0), Sample.file("uno", length: 10_000), Sample.padding(6384),
                Sample.file("sub", "two", length: 16384),
            ])
        },
        // Two names of one look are two names.
        mismatch("v1 and v2 disagree about file 1, \"\u{e9}\"", .hybridSingle) {
            $0.info["name"] = .text("\u{e9}")
            $0.info["file tree"] = Sample.tree([("e\u{301}", Sample.leaf(length: 10_000))])
        },
        mismatch("\"sub/two\" does not begin with a piece", .hybridMulti) {
            $0.info["files"] = .list([
                Sample.file("empty", length: 0), Sample.file("one", length: 10_000), Sample.padding(6383),
                Sample.file("sub", "two", length: 16384),
            ])
        },
        mismatch("\"sub/two\" does not begin with a piece", .hybridMulti) {
            $0.info["files"] = .list([
                Sample.file("empty", length: 0), Sample.file("one", length: 10_000),
                Sample.file("sub", "two", length: 16384),
            ])
        },
    ]

    private static func mismatch(
        _ fault: String, _ sample: Sample, _ rule: Rule = .hybridMismatch, _ change: (inout Sample) -> Void
    ) -> Refusal {
        Refusal(sample, rule, "info", fault, behind: "4:info", change)
    }

    /// A file of three pieces, whose root is the one of these three hashes.
    static let layers: [Refusal] = {
        let hashes: [[UInt8]] = (1...3).map { [UInt8](repeating: $0, count: 32) }
        // Four pieces of 16 KiB, the last of which no byte reaches.
        let root = Naive.root(ofNodes: hashes + [[UInt8](repeating: 0, count: 32)])
        var sample = Sample.v2Single
        sample.info["file tree"] = Sample.tree([("a.iso", Sample.leaf(length: 40_000, root: .bytes(root)))])
        func wrong(_ fault: String, _ layers: [(key: [UInt8], value: Bencode)]) -> Refusal {
            Refusal(sample, .pieceLayers, "piece layers", fault, behind: "piece layersd\(layers[0].key.count):") {
                $0.outside["piece layers"] = .dictionary(layers)
            }
        }
        let right = Bencode.bytes(Array(hashes.joined()))
        let other = [UInt8](repeating: 1, count: 32)
        return [
            wrong("a layer that belongs to no file", [(other, right)]),
            wrong("a layer that belongs to no file", [([], right)]),
            wrong("a layer that belongs to no file", [(Array(root.dropLast()), right)]),
            wrong("0 bytes where 3 pieces need 96", [(root, .text(""))]),
            wrong("64 bytes where 3 pieces need 96", [(root, .bytes(Array(hashes[0] + hashes[1])))]),
            wrong("97 bytes where 3 pieces need 96", [(root, .bytes(Array(hashes.joined()) + [0]))]),
            wrong("128 bytes where 3 pieces need 96", [(root, .bytes(Array((hashes + [other]).joined())))]),
            wrong("its hashes do not lead to the file's root", [(root, .bytes(Array(hashes.reversed().joined())))]),
            Refusal(
                .v2Multi, .piecesRoot, "", "two files of different lengths with one root", behind: ""
            ) {
                $0.info["file tree"] = Sample.tree([
                    ("a", Sample.leaf(length: 40_000)), ("b", Sample.leaf(length: 40_001)),
                ])
            },
            // A file of one piece has its root and no layer.
            Refusal(
                .v2Single, .pieceLayers, "piece layers", "a layer that belongs to no file", behind: "piece layersd32:"
            ) { $0.outside["piece layers"] = Sample.tree([(String(repeating: "r", count: 32), .text("x"))]) },
        ]
    }()
}
