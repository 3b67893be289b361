import Testing
import Torrents

/// A torrent, and everything that lint has to say about it.
struct LintCase: Sendable, CustomTestStringConvertible {
    struct Wanted: Sendable {
        let rule: Rule
        let severity: Severity
        let problem: String
    }

    let testDescription: String
    let bytes: [UInt8]
    let wanted: [Wanted]

    init(_ sample: Sample, _ wanted: [Wanted], _ change: (inout Sample) -> Void) {
        var sample = sample
        change(&sample)
        self.init(sample.bytes, wanted)
    }

    init(_ bytes: [UInt8], _ wanted: [Wanted]) {
        testDescription = wanted.map { "\($0.rule.rawValue): \($0.problem)" }.joined(separator: "; ")
        self.bytes = bytes
        self.wanted = wanted
    }

    static func error(_ rule: Rule, _ problem: String) -> Wanted {
        Wanted(rule: rule, severity: .error, problem: problem)
    }

    static func warning(_ rule: Rule, _ problem: String) -> Wanted {
        Wanted(rule: rule, severity: .warning, problem: problem)
    }

    static let all = form + info + trackers + webSeeds + outside + names + padding
}

extension Sample {
    /// With a tracker, written both ways: nothing to find.
    var clean: Sample {
        var sample = self
        sample.outside["announce"] = .text("udp://a.example:1/announce")
        sample.outside["announce-list"] = .list([.list([.text("udp://a.example:1/announce")])])
        return sample
    }
}

extension LintCase {
    private static let v1 = Sample.v1Single.clean
    private static let folder = Sample.v1Multi.clean
    private static let deep = Array(String(repeating: "d1:a", count: 101).utf8)

    private static let form = [
        LintCase(Array("x".utf8), [error(.notBencoded, "expected a value, found \"x\" (at byte 0)")]),
        LintCase(deep, [error(.tooDeep, "….a.a.a.a.a.a.a.a: nested deeper than 100 levels (at byte 400)")]),
        LintCase(
            Array("d1:xd\((100..<163).map { "3:\($0)i0e" }.joined())1:!i1eee".utf8),
            [error(.tooManyKeys, "x.!: too many keys out of order (at byte 509)")]),
        LintCase(
            v1.bytes + Array("\n".utf8),
            [warning(.trailingNewline, "a line break behind the end of the torrent (at byte 219)")]),
        // All of it, not only what ends the reading.
        LintCase(
            Array("d1:bi00e1:ai1e1:ai2e4:infoi1ee".utf8),
            [
                error(.irregularNumber, "b: a number with leading zeros (at byte 4)"),
                error(.unsortedKeys, "a: keys out of order (at byte 8)"),
                error(.duplicateKeys, "a: the key stands twice (at byte 14)"),
                error(.noInfo, "info: \"info\" is not a dictionary (at byte 26)"),
            ]),
        LintCase(
            Sample(info: [:], outside: ["info": .raw(Array("d1:bi1e1:ai2e4:name0:e".utf8))]),
            [
                error(.unsortedKeys, "info.a: keys out of order (at byte 14)"),
                error(.unsafeName, "info.name: an empty name (at byte 28)"),
            ]
        ) { _ in },
    ]

    private static let info = [
        LintCase(v1, [warning(.privateZero, "info.private is 0")]) { $0.info["private"] = .integer(0) },
        LintCase(v1, []) { $0.info["private"] = .integer(1) },
        LintCase(v1, [error(.pieceSizeRange, "pieces of 8192 bytes")]) {
            $0.info["piece length"] = .integer(8192)
            $0.info["pieces"] = Sample.hashes(5)
        },
        LintCase(v1, [error(.pieceSizeRange, "pieces of 268435456 bytes")]) {
            $0.info["piece length"] = .integer(256 << 20)
            $0.info["pieces"] = Sample.hashes(1)
        },
        LintCase(v1, [warning(.largePieces, "pieces of 32 MiB")]) {
            $0.info["piece length"] = .integer(32 << 20)
            $0.info["pieces"] = Sample.hashes(1)
        },
        LintCase(v1, []) {
            $0.info["piece length"] = .integer(16 << 20)
            $0.info["pieces"] = Sample.hashes(1)
        },
        LintCase(v1, [warning(.oddPieceSize, "pieces of 20000 bytes")]) {
            $0.info["piece length"] = .integer(20_000)
            $0.info["pieces"] = Sample.hashes(2)
        },
        LintCase(Sample.v2Single.clean, [warning(.v2Only, "it is v2 alone")]) { _ in },
        LintCase(
            Sample.v2Single.clean,
            [warning(.v2Only, "it is v2 alone"), error(.v2Length, "info.length stands in a v2 torrent")]
        ) { $0.info["length"] = .integer(10_000) },
        LintCase(Sample.hybridSingle.clean, []) { _ in },
        LintCase(
            Sample.hybridMulti.clean,
            [warning(.missingLayers, "\"sub/two\" comes without the hashes of its pieces")]
        ) {
            $0.info["file tree"] = Sample.tree([
                ("empty", Sample.leaf(length: 0, root: nil)), ("one", Sample.leaf(length: 10_000)),
                ("sub", Sample.tree([("two", Sample.leaf(length: 32768))])),
            ])
            $0.info["files"] = .list([
                Sample.file("empty", length: 0), Sample.file("one", length: 10_000), Sample.padding(6384),
                Sample.file("sub", "two", length: 32768),
            ])
            $0.info["pieces"] = Sample.hashes(3)
        },
    ]

    private static let padding = [
        LintCase(
            Sample.hybridMulti.clean, [warning(.missingPadding, "no padding behind the last file")]
        ) {
            $0.info["file tree"] = Sample.tree([
                ("one", Sample.leaf(length: 10_000)), ("two", Sample.leaf(length: 10_000)),
            ])
            $0.info["files"] = .list([
                Sample.file("one", length: 10_000), Sample.padding(6384), Sample.file("two", length: 10_000),
            ])
        },
        LintCase(
            Sample.hybridMulti.clean, [warning(.paddingPaths, "2 padding files share paths")]
        ) {
            $0.info["file tree"] = Sample.tree([
                ("one", Sample.leaf(length: 10_000)), ("two", Sample.leaf(length: 10_000)),
            ])
            $0.info["files"] = .list([
                Sample.file("one", length: 10_000), Sample.padding(6384), Sample.file("two", length: 10_000),
                Sample.padding(6384),
            ])
        },
        LintCase(Sample.hybridMulti.clean, []) { _ in },
        LintCase(folder, []) { _ in },
    ]
}
