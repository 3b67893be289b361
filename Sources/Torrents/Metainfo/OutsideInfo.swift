/// What a torrent says beside its `info`: none of it is part of the infohash.
struct OutsideInfo {
    var announce: String?
    var tiers: [[String]] = []
    var webSeeds: [String] = []
    var httpSeeds: [String] = []
    var comment: String?
    var createdBy: String?
    var creationDate: Int64?
    /// Root and hashes; held against the files when all has been read.
    var layers: [(root: Range<Int>, hashes: Range<Int>)] = []

    /// Reads the value of `key`; false when the key is not known.
    mutating func read(_ key: String, from reader: inout BencodeReader) throws(Malformation) -> Bool {
        switch key {
        case "announce":
            let url = try reader.shortText()
            announce = url.isEmpty ? nil : url
        case "announce-list": tiers = try Self.tiers(&reader)
        case "url-list": webSeeds = try Self.textOrList(&reader)
        case "httpseeds": httpSeeds = try Self.textOrList(&reader)
        case "comment": comment = try reader.shortText()
        case "created by": createdBy = try reader.shortText()
        case "creation date": creationDate = try reader.integer()
        case "piece layers": try readLayers(&reader)
        default: return false
        }
        return true
    }

    private mutating func readLayers(_ reader: inout BencodeReader) throws(Malformation) {
        try reader.dictionary { reader, key throws(Malformation) in
            guard key.count == 32 else {
                // Without the key, which is no text.
                throw Malformation(
                    rule: .pieceLayers, path: "piece layers", byte: key.lowerBound,
                    fault: "a layer that belongs to no file")
            }
            layers.append((key, try reader.string()))
        }
    }

    /// A list of tiers. A tier that is a text by itself, as some write it, is a tier of one.
    private static func tiers(_ reader: inout BencodeReader) throws(Malformation) -> [[String]] {
        var tiers: [[String]] = []
        var count = 0
        try reader.list { reader throws(Malformation) in
            let tier = try textOrList(&reader)
            if !tier.isEmpty { tiers.append(tier) }
            count += tier.count
            try checkCount(count, reader)
        }
        return tiers
    }

    private static func checkCount(_ count: Int, _ reader: BencodeReader) throws(Malformation) {
        guard count <= Limits.urls else { throw reader.malformed(.tooLarge, "more than \(Limits.urls) URLs") }
    }

    /// Empty texts are what some tools write for "none".
    private static func textOrList(_ reader: inout BencodeReader) throws(Malformation) -> [String] {
        var texts: [String] = []
        if try reader.next() == .text {
            texts = [try reader.shortText()]
        } else {
            try reader.list { reader throws(Malformation) in
                guard try reader.next() == .text else {
                    // Clients pass over it; so does this reader, with a remark.
                    reader.remember(.wrongType, "not a text")
                    return try reader.skip()
                }
                texts.append(try reader.shortText())
                try checkCount(texts.count, reader)
            }
        }
        return texts.filter { !$0.isEmpty }
    }
}
