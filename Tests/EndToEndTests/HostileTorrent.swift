import Testing

/// Bytes that mean ill: as large as clients take them, and made to cost as much as possible.
struct HostileTorrent: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: @Sendable () -> [UInt8]
    /// What it may cost. Only what is refused for a reason deep in its files may take more room than other input.
    var mostKB = 40_000

    private init(_ description: String, mostKB: Int = 40_000, _ parts: (String, times: Int)...) {
        testDescription = description
        self.mostKB = mostKB
        bytes = {
            var bytes: [UInt8] = []
            for (text, times) in parts {
                let unit = Array(text.utf8)
                bytes.reserveCapacity(bytes.count + unit.count * times)
                for _ in 0..<times { bytes += unit }
            }
            return bytes
        }
    }

    private static let info = "4:infod6:lengthi4e4:name1:x12:piece lengthi16384e6:pieces20:aaaaaaaaaaaaaaaaaaaae"
    private static let pieces = "12:piece lengthi16384e6:pieces20:aaaaaaaaaaaaaaaaaaaa"

    /// Refused by every verb.
    static let refused = [
        HostileTorrent("lists without end", ("l", 9_900_000)),
        HostileTorrent("dictionaries without end", ("d1:a", 2_400_000)),
        HostileTorrent("lists without end in a dictionary", ("d1:a", 1), ("l", 9_900_000)),
        HostileTorrent("a number of ten million digits", ("d4:infod6:lengthi", 1), ("9", 9_900_000), ("e", 1)),
        HostileTorrent("a number of ten million zeros", ("d4:infod6:lengthi", 1), ("0", 9_900_000), ("e", 1)),
        HostileTorrent("a length of ten million digits", ("d", 1), ("9", 9_900_000), (":", 1)),
        HostileTorrent("a giant length", ("d4:infod4:name9223372036854775807:x", 1)),
        HostileTorrent("a length beyond 64 bits", ("d4:infod4:name9223372036854775808:x", 1)),
        HostileTorrent("more values than clients take", ("d1:al", 1), ("i1e", 3_100_000), ("ee", 1)),
        HostileTorrent("a list that is cut", ("d13:announce-listl", 1), ("l1:ae", 1_400_000)),
        HostileTorrent("trackers without end", ("d13:announce-listl", 1), ("l1:ae", 1_400_000), ("e\(info)e", 1)),
        HostileTorrent("texts for tiers", ("d13:announce-listl", 1), ("1:a", 2_800_000), ("e\(info)e", 1)),
        HostileTorrent("web seeds without end", ("d\(info)8:url-listl", 1), ("1:a", 2_800_000), ("ee", 1)),
        HostileTorrent("a comment of ten megabytes", ("d7:comment9900000:", 1), ("\u{1b}", 9_900_000), ("\(info)e", 1)),
        HostileTorrent(
            "a name of ten megabytes", ("d4:infod6:lengthi4e4:name9900000:", 1), ("n", 9_900_000),
            ("\(pieces)ee", 1)),
        HostileTorrent(
            "a path without end", ("d4:infod5:filesld6:lengthi1e4:pathl", 1), ("1:a", 2_800_000),
            ("eee4:name1:x\(pieces)ee", 1)),
        HostileTorrent("layers without end", ("d\(info)12:piece layersd", 1), ("1:a0:", 1_900_000), ("ee", 1)),
        HostileTorrent("the same key again and again", ("d", 1), ("1:a0:", 1_900_000), ("\(info)e", 1)),
        HostileTorrent("garbage behind the root", ("d\(info)e", 1), ("x", 9_900_000)),
        HostileTorrent("more than ten megabytes", ("d", 10_000_001)),
        HostileTorrent("ten megabytes of nothing", ("\0", 9_900_000)),
        // 400 000 of them might be meant: they take the room that so many files take.
        HostileTorrent(
            "files without end", mostKB: 80_000, ("d4:infod5:filesl", 1),
            ("d6:lengthi1e4:pathl1:aee", 400_000), ("e4:name1:x\(pieces)ee", 1)),
    ]
}
