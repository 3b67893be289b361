import Testing
import Torrents

/// A torrent that must be refused, why, and where.
struct Refusal: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let rule: Rule
    let path: String
    let fault: String
    /// The place is right behind this text.
    private let place: [UInt8]

    /// `behind`: what stands right before the place; nothing for the first byte.
    init(
        _ sample: Sample, _ rule: Rule, _ path: String, _ fault: String, behind: String,
        _ change: (inout Sample) -> Void = { _ in }
    ) {
        var sample = sample
        change(&sample)
        self.init(sample.bytes, rule, path, fault, behind: behind)
    }

    init(_ bytes: [UInt8], _ rule: Rule, _ path: String, _ fault: String, behind: String) {
        testDescription = "\(path): \(fault)"
        self.bytes = bytes
        self.rule = rule
        self.path = path
        self.fault = fault
        place = Array(behind.utf8)
    }

    func place(in bytes: [UInt8]) -> Int? {
        place.isEmpty ? 0 : bytes.firstRange(of: place)?.upperBound
    }

    static let all = form + outside + measure + info + sizes + v1Files + tree + hybrid + layers
}

extension Refusal {
    private static let form = [
        Refusal(Array("i1e".utf8), .notBencoded, "", "not a dictionary", behind: ""),
        Refusal(Array("le".utf8), .notBencoded, "", "not a dictionary", behind: ""),
        Refusal([], .notBencoded, "", "the file ends in the middle", behind: ""),
        Refusal(
            Sample.v1Single.bytes + Array("x".utf8), .trailingData, "", "1 byte behind the end of the torrent",
            behind: String(repeating: "h", count: 60) + "ee"),
        Refusal(Array("de".utf8), .noInfo, "", "no \"info\" in it", behind: ""),
        Refusal(Array("d8:announce1:xe".utf8), .noInfo, "", "no \"info\" in it", behind: ""),
        Refusal(.v1Single, .noInfo, "info", "\"info\" is not a dictionary", behind: "4:info") {
            $0.outside["info"] = .text("x")
        },
        Refusal(
            Array("d4:infod4:name1:ae4:infod4:name1:bee".utf8), .duplicateKeys, "info", "the key stands twice",
            behind: "1:ae"),
        Refusal(
            Array("d7:comment1:a7:comment1:b4:infod4:name1:aee".utf8), .duplicateKeys, "comment",
            "the key stands twice", behind: "1:a"),
        Refusal(.v2Single, .irregularNumber, "info.x", "a number with leading zeros", behind: "1:x") {
            $0.info["x"] = .raw(Array("i01e".utf8))
        },
        Refusal(.v2Single, .unsortedKeys, "info.x.a", "keys out of order", behind: "1:bi1e") {
            $0.info["x"] = .raw(Array("d1:bi1e1:ai1ee".utf8))
        },
    ]

    private static let outside =
        ["announce", "comment", "created by"].map { key in
            Refusal(.v1Single, .wrongType, key, "expected a text, found a number", behind: "\(key.utf8.count):\(key)") {
                $0.outside[key] = .integer(1)
            }
        }
        + ["announce-list", "url-list", "httpseeds"].map { key in
            Refusal(.v1Single, .wrongType, key, "expected a list, found a number", behind: "\(key.utf8.count):\(key)") {
                $0.outside[key] = .integer(1)
            }
        }
        + [
            Refusal(
                .v1Single, .wrongType, "creation date", "expected a whole number, found a text",
                behind: "creation date"
            ) { $0.outside["creation date"] = .text("today") },
            Refusal(
                .v1Single, .wrongType, "announce-list", "expected a list, found a text", behind: "announce-list"
            ) { $0.outside["announce-list"] = .text("udp://a.example:1") },
            Refusal(
                .v2Single, .wrongType, "piece layers", "expected a dictionary, found a list", behind: "piece layers"
            ) { $0.outside["piece layers"] = .list([]) },
            Refusal(
                .v2Single, .wrongType, "piece layers.\(String(repeating: "r", count: 32))",
                "expected a text, found a list", behind: "piece layersd32:" + String(repeating: "r", count: 32)
            ) { $0.outside["piece layers"] = Sample.tree([(String(repeating: "r", count: 32), .list([]))]) },
        ]

    /// What costs memory many times over, and nobody writes.
    private static let measure =
        ["announce", "comment", "created by", "url-list"].map { key in
            Refusal(
                .v1Single, .tooLarge, key, "a text of 1048577 bytes, more than 1048576",
                behind: "\(key.utf8.count):\(key)1048577:"
            ) { $0.outside[key] = .bytes([UInt8](repeating: 0x78, count: 1_048_577)) }
        } + [
            Refusal(
                .v1Single, .tooLarge, "info.source", "a text of 1048577 bytes, more than 1048576", behind: "1048577:"
            ) {
                $0.info["source"] = .bytes([UInt8](repeating: 0x78, count: 1_048_577))
            },
            Refusal(.v1Single, .unsafeName, "info.name", "a name of 4097 bytes", behind: "4:name4097:") {
                $0.info["name"] = .bytes([UInt8](repeating: 0x78, count: 4097))
            },
            Refusal(
                .v1Single, .tooLarge, "url-list[10000]", "more than 10000 URLs",
                behind: "8:url-listl" + String(repeating: "1:x", count: 10_001)
            ) { $0.outside["url-list"] = .list([Bencode](repeating: .text("x"), count: 10_001)) },
            Refusal(
                .v1Single, .tooLarge, "announce-list[10000]", "more than 10000 URLs",
                behind: "13:announce-listl" + String(repeating: "l1:xe", count: 10_001)
            ) { $0.outside["announce-list"] = .list([Bencode](repeating: .list([.text("x")]), count: 10_001)) },
        ]

    private static let info =
        [
            ("name", "a text"), ("meta version", "a whole number"), ("piece length", "a whole number"),
            ("pieces", "a text"), ("length", "a whole number"), ("files", "a list"), ("file tree", "a dictionary"),
            ("private", "a whole number"),
        ].map { key, wanted in
            let isList = wanted == "a list"
            return Refusal(
                .v1Single, .wrongType, "info.\(key)", "expected \(wanted), found a \(isList ? "text" : "list")",
                behind: "\(key.utf8.count):\(key)"
            ) { $0.info[key] = isList ? .text("x") : .list([]) }
        } + [
            Refusal(.v1Single, .unsafeName, "info", "no name", behind: "4:info") { $0.info["name"] = nil },
            Refusal(.v1Single, .pieceLength, "info", "no piece length", behind: "4:info") {
                $0.info["piece length"] = nil
            },
            Refusal(.v1Single, .pieces, "info", "no piece hashes", behind: "4:info") { $0.info["pieces"] = nil },
            Refusal(.v1Single, .noFiles, "info", "neither \"length\" nor \"files\"", behind: "4:info") {
                $0.info["length"] = nil
            },
            Refusal(.v1Multi, .noFiles, "info", "no files in it", behind: "4:info") { $0.info["files"] = .list([]) },
            Refusal(.v2Multi, .noFiles, "info", "no files in it", behind: "4:info") {
                $0.info["file tree"] = .dictionary([])
            },
            Refusal(.v2Single, .hybridMismatch, "info", "version 2 without a \"file tree\"", behind: "4:info") {
                $0.info["file tree"] = nil
            },
        ]
        + [Int64(0), -1, 3, .max].map { version in
            Refusal(
                .v2Single, .newerVersion, "info.meta version",
                "version \(version) of the format, of which 1 and 2 are known", behind: "meta version"
            ) { $0.info["meta version"] = .integer(version) }
        }
        + names.map { name, problem in
            Refusal(.v1Single, .unsafeName, "info.name", problem, behind: "4:name\(name.utf8.count):") {
                $0.info["name"] = .text(name)
            }
        }

    static let names = [
        ("", "an empty name"), ("..", "\"..\" as a name"), ("/", "a name with \"/\" in it"),
        ("a/b", "a name with \"/\" in it"), ("/etc/passwd", "a name with \"/\" in it"),
        ("a\0b", "a name with a zero byte in it"), ("\0", "a name with a zero byte in it"),
    ]
}
