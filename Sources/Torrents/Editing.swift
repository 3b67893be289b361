/// Changes to what a torrent says beside its `info`, whose bytes stay as they are.
package struct Editing: Sendable {
    package enum Change<Value: Sendable>: Sendable {
        case keep
        case set(Value)
        case remove
    }

    package var tiers: Change<[[String]]> = .keep
    package var webSeeds: Change<[String]> = .keep
    package var comment: Change<String> = .keep
    package var creationDate: Change<Int64> = .keep

    package init() {}

    package func apply(to torrent: Metainfo) throws(Malformation) -> [UInt8] {
        var values = try Self.rawValues(torrent.bytes)
        func put(_ key: String, _ value: Bencode?) {
            values.removeAll { $0.key.elementsEqual(key.utf8) }
            if let value { values.append((Array(key.utf8), value)) }
        }
        switch tiers {
        case .keep: break
        case .remove:
            put("announce", nil)
            put("announce-list", nil)
        case .set(let tiers):
            put("announce", tiers.first?.first.map(Bencode.text))
            put("announce-list", tiers.isEmpty ? nil : .list(tiers.map { .list($0.map(Bencode.text)) }))
        }
        switch webSeeds {
        case .keep: break
        case .remove: put("url-list", nil)
        case .set(let urls): put("url-list", Bencode.webSeeds(urls))
        }
        switch comment {
        case .keep: break
        case .remove: put("comment", nil)
        case .set(let text): put("comment", .text(text))
        }
        switch creationDate {
        case .keep: break
        case .remove: put("creation date", nil)
        case .set(let date): put("creation date", .integer(date))
        }
        return Bencode.dictionary(values).encoded
    }

    /// Every key with its value as it stands, known or not.
    private static func rawValues(_ bytes: [UInt8]) throws(Malformation) -> [(key: [UInt8], value: Bencode)] {
        var reader = try BencodeReader(bytes)
        var values: [(key: [UInt8], value: Bencode)] = []
        try reader.dictionary { reader, key throws(Malformation) in
            let start = reader.position
            try reader.skip()
            values.append((Array(reader.bytes[key]), .raw(Array(reader.bytes[start..<reader.position]))))
        }
        return values
    }
}
