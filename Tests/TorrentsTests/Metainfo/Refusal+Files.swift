import Torrents

extension Refusal {
    static let sizes =
        [Int64(0), -1, -16384, 536_854_529, 1 << 31, .max, .min].map { length in
            Refusal(
                .v1Single, .pieceLength, "info.piece length", "a piece length of \(length) bytes",
                behind: "12:piece length"
            ) { $0.info["piece length"] = .integer(length) }
        }
        + [Int64(1), 16383, 16385, 49152, 8192].map { length in
            Refusal(
                .v2Single, .pieceLength, "info",
                "a piece length of \(length) bytes where v2 takes powers of two from 16 KiB on", behind: "4:info"
            ) { $0.info["piece length"] = .integer(length) }
        }
        + [Int64(-1), 1 << 48, .max, .min].map { length in
            Refusal(.v1Single, .fileLength, "info.length", "a length of \(length) bytes", behind: "6:length") {
                $0.info["length"] = .integer(length)
            }
        } + [
            Refusal(.v1Single, .fileLength, "info", "nothing in it: all files are empty", behind: "4:info") {
                $0.info["length"] = .integer(0)
                $0.info["pieces"] = .text("")
            },
            Refusal(
                .v1Multi, .fileLength, "info", "files of more than \(Int64(1) << 48) bytes together", behind: "4:info"
            ) {
                $0.info["files"] = .list([
                    Sample.file("a", length: 1 << 47), Sample.file("b", length: 1 << 47),
                ])
            },
            Refusal(
                .v1Single, .tooLarge, "info", "2097153 pieces, more than the 2097152 that clients take",
                behind: "4:info"
            ) {
                $0.info["length"] = .integer(2_097_153)
                $0.info["piece length"] = .integer(1)
            },
            // In v2 each file has pieces of its own.
            Refusal(
                .v2Multi, .tooLarge, "info", "2097154 pieces, more than the 2097152 that clients take",
                behind: "4:info"
            ) {
                $0.info["file tree"] = Sample.tree([
                    ("a", Sample.leaf(length: (1 << 34) + 1)), ("b", Sample.leaf(length: (1 << 34) - 1)),
                    ("c", Sample.leaf(length: 1)),
                ])
            },
        ]
        + [0, 40, 59, 61, 80].map { count in
            Refusal(
                .v1Single, .pieces, "info.pieces", "\(count) bytes of hashes where 3 pieces need 60",
                behind: "6:pieces\(count):"
            ) { $0.info["pieces"] = .bytes([UInt8](repeating: 1, count: count)) }
        }

    static let v1Files =
        names.map { name, problem in
            Refusal(.v1Multi, .unsafeName, "info.files[1].path[1]", problem, behind: "l1:a\(name.utf8.count):") {
                $0.info["files"] = .list([Sample.file("one", length: 40_000), Sample.file("a", name, length: 1)])
            }
        } + [
            file(
                .tooDeep, "info.files[0].path[100]", "a path of more than 100 names",
                behind: String(repeating: "1:a", count: 101),
                "d6:lengthi40000e4:pathl\(String(repeating: "1:a", count: 102))ee"),
            file(.fileLength, "info.files[0]", "a file without a length", behind: "5:filesl", "d4:pathl1:aee"),
            file(.unsafeName, "info.files[0]", "a file without a path", behind: "5:filesl", "d6:lengthi1ee"),
            file(.unsafeName, "info.files[0]", "a file without a path", behind: "5:filesl", "d6:lengthi1e4:pathlee"),
            file(
                .unsafeName, "info.files[0]", "a file without a path", behind: "5:filesl",
                "d4:attr1:l6:lengthi1e4:pathlee"),
            file(.fileLength, "info.files[0]", "a file without a length", behind: "5:filesl", "d4:attr1:pe"),
            file(
                .fileLength, "info.files[0].length", "a length of -5 bytes", behind: "6:length",
                "d6:lengthi-5e4:pathl1:aee"),
            file(.wrongType, "info.files[0]", "expected a dictionary, found a text", behind: "5:filesl", "1:a"),
            file(.wrongType, "info.files[0].path", "expected a list, found a text", behind: "4:path", "d4:path1:ae"),
            file(
                .wrongType, "info.files[0].path[0]", "expected a text, found a number", behind: "4:pathl",
                "d4:pathli1eee"),
            file(
                .wrongType, "info.files[0].length", "expected a whole number, found a text", behind: "6:length",
                "d6:length1:1e"),
            file(.wrongType, "info.files[0].attr", "expected a text, found a number", behind: "4:attr", "d4:attri1ee"),
            file(
                .wrongType, "info.files[0].symlink path", "expected a list, found a text", behind: "12:symlink path",
                "d12:symlink path1:ae"),
            file(
                .wrongType, "info.files[0].symlink path[0]", "expected a text, found a list",
                behind: "12:symlink pathl", "d12:symlink pathlleee"),
            file(
                .duplicateKeys, "info.files[0].length", "the key stands twice", behind: "6:lengthi1e",
                "d6:lengthi1e6:lengthi2e4:pathl1:aee"),
        ]

    private static func file(
        _ rule: Rule, _ path: String, _ fault: String, behind: String, _ file: String
    ) -> Refusal {
        Refusal(.v1Multi, rule, path, fault, behind: behind) { $0.info["files"] = .list([.raw(Array(file.utf8))]) }
    }

    static let tree =
        names.dropFirst().map { name, problem in
            Refusal(.v2Multi, .unsafeName, "info.file tree.d.\(name)", problem, behind: "1:dd\(name.utf8.count):") {
                $0.info["file tree"] = Sample.tree([("d", Sample.tree([(name, Sample.leaf(length: 1))]))])
            }
        } + [
            tree(.unsafeName, ".", "a file without a name", behind: "9:file treed0:", "d0:d6:lengthi1eee"),
            tree(
                .unsafeName, ".a", "a file that is a folder, too", behind: "1:a", "d1:ad0:d6:lengthi0ee1:bdeee"),
            tree(
                .hybridMismatch, ".a.", "padding inside the v2 tree", behind: "1:ad0:",
                "d1:ad0:d4:attr1:p6:lengthi1eeee"),
            tree(.fileLength, ".a.", "a file without a length", behind: "1:ad0:", "d1:ad0:deee"),
            tree(.piecesRoot, ".a.", "a file without a \"pieces root\"", behind: "1:ad0:", "d1:ad0:d6:lengthi1eeee"),
            tree(
                .piecesRoot, ".a..pieces root", "a \"pieces root\" of 3 bytes", behind: "11:pieces root3:",
                "d1:ad0:d6:lengthi1e11:pieces root3:abceee"),
            tree(
                .piecesRoot, ".a..pieces root", "a \"pieces root\" of zeros", behind: "11:pieces root32:",
                "d1:ad0:d6:lengthi1e11:pieces root32:\(String(repeating: "\0", count: 32))eee"),
            tree(.fileLength, ".a..length", "a length of -1 bytes", behind: "6:length", "d1:ad0:d6:lengthi-1eeee"),
            tree(.wrongType, ".a", "expected a dictionary, found a text", behind: "1:a", "d1:a1:be"),
            tree(.wrongType, ".a.", "expected a dictionary, found a list", behind: "1:ad0:", "d1:ad0:leee"),
            tree(
                .wrongType, ".a..length", "expected a whole number, found a text", behind: "6:length",
                "d1:ad0:d6:length1:1eee"),
            tree(.wrongType, ".a..attr", "expected a text, found a number", behind: "4:attr", "d1:ad0:d4:attri1eeee"),
            tree(
                .wrongType, ".a..pieces root", "expected a text, found a number", behind: "11:pieces root",
                "d1:ad0:d6:lengthi1e11:pieces rooti1eeee"),
            tree(
                .wrongType, ".a..symlink path", "expected a list, found a text", behind: "12:symlink path",
                "d1:ad0:d6:lengthi1e12:symlink path1:aeee"),
            tree(
                .unsortedKeys, ".a", "keys out of order", behind: "1:bd0:d6:lengthi0eee",
                "d1:bd0:d6:lengthi0eee1:ad0:d6:lengthi0eeee"),
        ]

    private static func tree(
        _ rule: Rule, _ path: String, _ fault: String, behind: String, _ tree: String
    ) -> Refusal {
        Refusal(.v2Multi, rule, "info.file tree" + path, fault, behind: behind) {
            $0.info["file tree"] = .raw(Array(tree.utf8))
        }
    }
}
