/// Finds paths of the machine that made a torrent, in any text of it, known key or not.
enum LocalPaths {
    /// Hashes and the names of files are not texts about a machine.
    private static let passed: Set<String> = ["pieces", "piece layers", "file tree", "files", "pieces root"]
    private static let beginnings = [
        "/home/", "/Users/", "/root/", "/tmp/", "/var/", "/opt/", "/srv/", "/mnt/", "/media/", "/builds/",
        "/workspace/", "/github/", "/__w/", "/build/", "file:///",
    ]

    static func look(at bytes: [UInt8], _ found: inout FindingList) throws(Malformation) {
        var reader = try BencodeReader(bytes)
        try walk(&reader, key: 0..<0, &found)
    }

    private static func walk(
        _ reader: inout BencodeReader, key: Range<Int>, _ found: inout FindingList
    ) throws(Malformation) {
        switch try reader.next() {
        case .integer:
            _ = try reader.integer()
        case .text:
            let text = reader.text(try reader.string())
            if isLocal(text) { found.add(.localPath, "\(reader.text(key.prefix(40))): \(text)") }
        case .list:
            try reader.list { reader throws(Malformation) in try walk(&reader, key: key, &found) }
        case .dictionary:
            try reader.dictionary { reader, range throws(Malformation) in
                if range.count < 16 && passed.contains(reader.text(range)) { return try reader.skip() }
                try walk(&reader, key: range, &found)
            }
        }
    }

    /// At the beginning of a word: inside a URL the same letters are a page's path.
    private static func isLocal(_ text: String) -> Bool {
        text.split(whereSeparator: { $0.isWhitespace || "\"'=(,;".contains($0) }).contains { word in
            beginnings.contains { word.hasPrefix($0) } || isDrive(word)
        }
    }

    private static func isDrive(_ word: Substring) -> Bool {
        let start = Array(word.utf8.prefix(3))
        guard start.count == 3, start[1] == UInt8(ascii: ":") else { return false }
        return start[2] == UInt8(ascii: "\\") && UnicodeScalar(start[0]).properties.isAlphabetic
    }
}
