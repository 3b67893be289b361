import Foundation
import Support
import Testing

/// Infohashes equal libtorrent's, asked at run time.
@Suite struct InfohashTests {
    /// In the form in which Peers/infohashes.py reads it.
    private struct Case: Encodable {
        struct File: Encodable {
            let path: String
            let size: Int

            func encode(to encoder: any Encoder) throws {
                var container = encoder.unkeyedContainer()
                try container.encode(path)
                try container.encode(size)
            }
        }

        let path: String
        let kind: String
        let pieceSize: Int
        /// Of a folder; none for a file by itself.
        let files: [File]
    }

    private struct Answer: Decodable {
        let v1: String?
        let v2: String?
        let error: String?
    }

    private struct Made: Decodable {
        let infohashV1: String?
        let infohashV2: String?
    }

    private let folder = TemporaryFolder()

    @Test(arguments: ["v1", "hybrid", "v2"])
    func ofFiles(kind: String) throws {
        var cases: [Case] = []
        var generator = SeededGenerator(seed: 21)
        let piece = 65536
        for size in [
            0, 1, 16383, 16384, 16385, 2 * 16384 - 1, 2 * 16384, 2 * 16384 + 1, piece - 1, piece, piece + 1, 3 * piece,
            3 * piece + 1, 200_000, 5 << 20,
        ] {
            let path = folder.write(generator.bytes(size), to: "size-\(size)")
            for pieceSize in [16384, 32768, piece, 1 << 20] {
                cases.append(Case(path: path, kind: kind, pieceSize: pieceSize, files: []))
            }
        }
        try compare(cases)
    }

    private static let sets: [String: [(path: String, size: Int)]] = [
        "sorted oddly": [
            ("z", 1), ("a.txt", 20_000), ("a-b/y", 16384), ("a/z/\u{e9}.bin", 100_001), ("a/x", 0), ("\u{fc}", 65536),
        ],
        "equal": [("one", 70_000), ("two", 70_000), ("three", 0), ("four", 0)],
        "deep": [("b/c/d/e", 40_000), ("b/c/f", 16385), ("B", 3), ("b.x", 131_072)],
        "one": [("only.bin", 70_000)],
        "one and empty": [("only.bin", 70_000), ("zz", 0)],
        "empty first": [("a", 0), ("b", 70_000)],
        "aligned": [("a", 65536), ("b", 131_072), ("c", 65536)],
        "many": (0..<60).map { ("d\($0 % 7)/f\($0)", [0, 1, 16384, 16385, 50_000, 65536][$0 * 5 % 6]) },
    ]

    @Test(arguments: ["v1", "hybrid", "v2"])
    func ofFolders(kind: String) throws {
        var cases: [Case] = []
        var generator = SeededGenerator(seed: 22)
        for (name, set) in Self.sets.sorted(by: { $0.key < $1.key }) {
            for (path, size) in set {
                let bytes = name == "equal" ? [UInt8](repeating: 7, count: size) : generator.bytes(size)
                folder.write(bytes, to: "\(name)/\(path)")
            }
            let sorted = set.sorted { one, other in
                one.path.split(separator: "/").lexicographicallyPrecedes(other.path.split(separator: "/")) {
                    $0.utf8.lexicographicallyPrecedes($1.utf8)
                }
            }
            let files = sorted.map { Case.File(path: $0.path, size: $0.size) }
            for pieceSize in [16384, 65536, 1 << 20] {
                cases.append(Case(path: folder.path(name), kind: kind, pieceSize: pieceSize, files: files))
            }
        }
        try compare(cases)
    }

    /// The ways in which the hashing is done, in turns: all of them have to agree with libtorrent.
    private static let ways: [(flags: [String], environment: [String: String])] = [
        ([], [:]), (["--jobs", "1"], ["FRESHET_LANES": "off"]), (["--checksum", "--jobs", "1"], [:]),
        (["--checksum", "--jobs", "3"], [:]), (["--jobs", "2"], ["FRESHET_LANES": "off"]),
    ]

    private func compare(_ cases: [Case]) throws {
        let encoder = JSONEncoder()
        let lines = try cases.map { try String(decoding: encoder.encode($0), as: UTF8.self) + "\n" }
        let told = try Tool.run(
            Python.withLibtorrent(), [Peer.path("infohashes.py")], input: Array(lines.joined().utf8))
        let answers = try told.text.split(separator: "\n").map {
            try JSONDecoder().decode(Answer.self, from: Data($0.utf8))
        }
        try #require(answers.count == cases.count, "\(told.errors)")
        for (index, (asked, answer)) in zip(cases, answers).enumerated() {
            let way = Self.ways[index % Self.ways.count]
            let outcome = try Freshet.run(
                ["make", asked.path, "--kind", asked.kind, "--piece-size", "\(asked.pieceSize)"]
                    + ["--json", "--quiet", "--dry-run"] + way.flags,
                in: folder, environment: way.environment)
            let what = Comment(rawValue: "\(asked.path) \(asked.kind) \(asked.pieceSize) \(way)")
            if answer.error != nil {
                // Nothing in it: neither makes a torrent of that.
                #expect(outcome.exit == 1 && outcome.errors.contains("it is empty"), what)
                continue
            }
            try #require(outcome.exit == 0, "\(what): \(outcome.errors)")
            let made = try JSONDecoder().decode([Made].self, from: Data(outcome.output))
            #expect(made.count == 1 && made[0].infohashV1 == answer.v1 && made[0].infohashV2 == answer.v2, what)
        }
    }
}
