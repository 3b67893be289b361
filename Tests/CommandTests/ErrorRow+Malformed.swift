extension ErrorRow {
    /// Everything that can be wrong with a torrent, so that it cannot be read at all.
    static let malformed: [ErrorRow] = [
        malformed("hello", "expected a value, found \"h\" (at byte 0)"),
        malformed("i1e", "not a dictionary (at byte 0)"),
        malformed("l1:ae", "not a dictionary (at byte 0)"),
        malformed("d", "the file ends in the middle (at byte 1)"),
        malformed("d4:info", "info: the file ends in the middle (at byte 7)"),
        malformed("d4:infod6:length", "info.length: the file ends in the middle (at byte 16)"),
        malformed("d4:infod6:lengthi", "info.length: the file ends in the middle of a number (at byte 17)"),
        malformed("d4:infod6:lengthi12", "info.length: the file ends in the middle of a number (at byte 19)"),
        malformed("d4:infod6:lengthi1x", "info.length: a number interrupted by \"x\" (at byte 18)"),
        malformed("d4:infod6:lengthie", "info.length: a number interrupted by \"e\" (at byte 17)"),
        malformed("d4:infod6:lengthi-e", "info.length: a number interrupted by \"e\" (at byte 18)"),
        malformed("d4:infod6:lengthi99999999999999999999e", "info.length: a number beyond 64 bits (at byte 16)"),
        malformed("d4:infod4:name99:x", "info.name: a text of 99 bytes where 1 are left (at byte 14)"),
        malformed("d4:infod4:name99999999999999999999:x", "info.name: a number beyond 64 bits (at byte 14)"),
        malformed("d4:infod4:namei1e", "info.name: expected a text, found a number (at byte 14)"),
        malformed("d4:infod6:length1:x", "info.length: expected a whole number, found a text (at byte 16)"),
        malformed("d4:infodi1ei2e", "info: a key that is not a text (at byte 8)"),
        malformed("d\(lists)x", "…[1][1][1][1][1][1][1][0]: expected a value, found \"x\" (at byte 241)"),
        malformed("\(nested)", "not a dictionary (at byte 0)"),
        malformed("d1:a\(nested)", "…[0][0][0][0][0][0][0][0]: nested deeper than 100 levels (at byte 103)"),
        malformed("de", "no \"info\" in it (at byte 0)"),
        malformed("d4:infoi1ee", "info: \"info\" is not a dictionary (at byte 7)"),
        malformed("d4:infod6:lengthi4e\(rest)x", "1 byte behind the end of the torrent (at byte 83)"),
        malformed("d4:infod6:lengthi4e\(rest)more", "4 bytes behind the end of the torrent (at byte 83)"),
        malformed("d4:infod6:lengthi4e\(rest)\n\n\n", "3 bytes behind the end of the torrent (at byte 83)"),
        malformed("d4:infod4:name1:xee", "info: no piece length (at byte 7)"),
        malformed("d4:infod6:lengthi1e\(pieces)ee", "info: no name (at byte 7)"),
        malformed("d4:infod6:lengthi4e4:name1:x6:pieces20:aaaaaaaaaaaaaaaaaaaaee", "info: no piece length (at byte 7)"),
        malformed("d4:infod6:lengthi4e4:name1:x\(length)ee", "info: no piece hashes (at byte 7)"),
        malformed("d4:infod\(rest)", "info: neither \"length\" nor \"files\" (at byte 7)"),
        malformed("d4:infod5:filesle\(rest)", "info: no files in it (at byte 7)"),
        malformed("d4:infod5:filesld6:lengthi1eee\(rest)", "info.files[0]: a file without a path (at byte 16)"),
        malformed("d4:infod5:filesld4:pathl1:aeee\(rest)", "info.files[0]: a file without a length (at byte 16)"),
        malformed("d4:infod6:lengthi-1e", "info.length: a length of -1 bytes (at byte 16)"),
        malformed("d4:infod6:lengthi281474976710656e", "info.length: a length of 281474976710656 bytes (at byte 16)"),
        malformed(
            "d4:infod6:lengthi0e4:name1:x\(length)6:pieces0:ee",
            "info: nothing in it: all files are empty (at byte 7)"),
        malformed("d4:infod4:name2:..", "info.name: \"..\" as a name (at byte 16)"),
        malformed("d4:infod4:name0:", "info.name: an empty name (at byte 16)"),
        malformed("d4:infod4:name3:a/b", "info.name: a name with \"/\" in it (at byte 16)"),
        malformed("d4:infod4:name3:a\0b", "info.name: a name with a zero byte in it (at byte 16)"),
        malformed("d4:infod4:name5000:\(name)", "info.name: a name of 5000 bytes (at byte 19)"),
        malformed("d4:infod12:piece lengthi0e", "info.piece length: a piece length of 0 bytes (at byte 23)"),
        malformed(
            "d4:infod12:piece lengthi536854529e", "info.piece length: a piece length of 536854529 bytes (at byte 23)"),
        malformed(
            "d4:infod12:meta versioni3e",
            "info.meta version: version 3 of the format, of which 1 and 2 are known (at byte 23)"),
        malformed(
            "d4:infod12:meta versioni0e",
            "info.meta version: version 0 of the format, of which 1 and 2 are known (at byte 23)"),
        malformed(
            "d4:infod6:lengthi40000e\(rest)", "info.pieces: 20 bytes of hashes where 3 pieces need 60 (at byte 65)"),
        malformed("d4:infod6:lengthi4e4:name1:x4:name1:y\(pieces)ee", "info.name: the key stands twice (at byte 28)"),
        malformed("d7:comment1:a7:comment1:b4:infod6:lengthi4e\(rest)", "comment: the key stands twice (at byte 13)"),
        malformed("d4:infod\(v2)4:name1:x\(length)ee", "info: version 2 without a \"file tree\" (at byte 7)"),
        malformed("d4:infod9:file treede\(v2)4:name1:x\(length)ee", "info: no files in it (at byte 7)"),
        malformed(
            "d4:infod9:file treed1:xd0:d6:lengthi1eeee",
            "info.file tree.x.: a file without a \"pieces root\" (at byte 26)"),
        malformed(
            "d4:infod9:file treed1:xd0:d6:lengthi1e11:pieces root3:abc",
            "info.file tree.x..pieces root: a \"pieces root\" of 3 bytes (at byte 54)"),
        malformed(
            "d4:infod9:file treed1:xd0:d6:lengthi1e11:pieces root32:\(zeros)",
            "info.file tree.x..pieces root: a \"pieces root\" of zeros (at byte 55)"),
        malformed("d4:infod9:file treed0:d6:lengthi0eee", "info.file tree.: a file without a name (at byte 22)"),
        malformed("d4:infod9:file treed1:xd0:de", "info.file tree.x.: a file without a length (at byte 26)"),
        malformed(
            "d4:infod9:file treed1:xd0:d4:attr1:p6:lengthi1e\(root)e",
            "info.file tree.x.: padding inside the v2 tree (at byte 26)"),
        malformed(
            "d4:infod9:file treed1:xd0:d6:lengthi0ee1:yd0:d6:lengthi0eeeee",
            "info.file tree.x: a file that is a folder, too (at byte 23)"),
        malformed(
            "\(leaf)ee\(v2)4:name1:x12:piece lengthi20000eee",
            "info: a piece length of 20000 bytes where v2 takes powers of two from 16 KiB on (at byte 7)"),
        malformed(
            "\(leaf)ee6:lengthi2e\(v2)\(rest)",
            "info: v1 and v2 disagree about file 1, \"x\" (at byte 7)"),
        malformed(
            "\(leaf)ee6:lengthi1e\(v2)4:name1:x\(pieces)e12:piece layersd32:\(s)0:ee",
            "piece layers: a layer that belongs to no file (at byte 201)"),
        malformed(
            "\(long)32:\(s)ee",
            "piece layers: 32 bytes where 2 pieces need 64 (at byte 163)"),
        malformed(
            "\(long)64:\(s)\(s)ee",
            "piece layers: its hashes do not lead to the file's root (at byte 163)"),
        malformed("d7:commenti1e", "comment: expected a text, found a number (at byte 10)"),
        malformed("d13:announce-listi1e", "announce-list: expected a list, found a number (at byte 17)"),
        malformed("d8:url-listd", "url-list: expected a list, found a dictionary (at byte 11)"),
        malformed("d12:piece layersl", "piece layers: expected a dictionary, found a list (at byte 16)"),
        malformed("d13:creation date1:x", "creation date: expected a whole number, found a text (at byte 17)"),
        malformed(
            "d4:infod6:lengthi3000000e4:name1:x12:piece lengthi1e6:pieces20:aaaaaaaaaaaaaaaaaaaaee",
            "info: 3000000 pieces, more than the 2097152 that clients take (at byte 7)"),
        malformed(
            "d4:infod5:filesld6:lengthi200000000000000e4:pathl1:aeed6:lengthi200000000000000e4:pathl1:beee\(rest)",
            "info: files of more than 281474976710656 bytes together (at byte 7)"),
        malformed(
            "\(leaf)\(second)5:filesld6:lengthi1e4:pathl1:xeee\(v2)4:name1:n\(pieces)ee",
            "info: v2 has files that v1 lacks (at byte 7)"),
        malformed(
            "\(leaf)\(second)5:filesld6:lengthi1e4:pathl1:xeed6:lengthi1e4:pathl1:yeee\(v2)4:name1:n\(pieces)ee",
            "info: \"y\" does not begin with a piece (at byte 7)"),
        malformed(
            "d\(keys)e",
            "936: too many keys out of order (at byte 442)"),
        malformed(
            "d4:infod5:filesld6:lengthi1e4:pathl\(names)",
            "info.files[0].path[100]: a path of more than 100 names (at byte 338)"),
        malformed("d13:announce-listl\(tiers)", "announce-list[10000]: more than 10000 URLs (at byte 50023)"),
        malformed("d8:url-listl\(urls)", "url-list[10000]: more than 10000 URLs (at byte 30015)"),
        malformed("d7:comment1048577:\(comment)", "comment: a text of 1048577 bytes, more than 1048576 (at byte 18)"),
        malformed("d\(single)12:piece layersd1:a0:ee", "piece layers: a layer that belongs to no file (at byte 100)"),
        malformed(
            "d4:infod9:file treed1:xd0:d6:lengthi30000e\(root)ee1:yd0:d6:lengthi20000e\(root)eee\(v2)\(twoLengths)",
            "two files of different lengths with one root (at byte 0)"),
    ]

    // Parts of torrents.
    private static let length = "12:piece lengthi16384e"
    private static let pieces = length + "6:pieces20:aaaaaaaaaaaaaaaaaaaa"
    private static let rest = "4:name1:x\(pieces)ee"
    private static let v2 = "12:meta versioni2e"
    private static let r = String(repeating: "r", count: 32)
    private static let s = String(repeating: "s", count: 32)
    private static let key = "32:" + r
    private static let root = "11:pieces root" + key
    private static let leaf = "d4:infod9:file treed1:xd0:d6:lengthi1e\(root)e"
    private static let second = "e1:yd0:d6:lengthi1e\(root)eee"
    private static let long =
        "d4:infod9:file treed1:xd0:d6:lengthi20000e\(root)eee\(v2)4:name1:x\(length)e12:piece layersd\(key)"
    private static let single = "4:infod6:lengthi4e4:name1:x\(pieces)e"
    private static let names = String(repeating: "1:a", count: 101)
    private static let tiers = String(repeating: "l1:ae", count: 10_001)
    private static let urls = String(repeating: "1:a", count: 10_001)
    private static let comment = String(repeating: "c", count: 1_048_577)
    private static let twoLengths = "4:name1:n\(length)e12:piece layersd\(key)64:\(s)\(s)ee"
    private static let keys = (0..<70).map { "3:\(999 - $0)0:" }.joined()
    private static let zeros = String(repeating: "\0", count: 32)
    private static let name = String(repeating: "n", count: 5000)
    private static let nested = String(repeating: "l", count: 101)
    private static let lists = String(repeating: "1:al", count: 60)

    private static func malformed(_ torrent: String, _ problem: String) -> ErrorRow {
        fails(["show", "t"], files: ["t": torrent], "reading t: " + problem)
    }
}
