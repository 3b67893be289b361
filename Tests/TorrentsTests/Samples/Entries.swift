import Torrents

/// A dictionary whose keys are set and taken away before it is written.
struct Entries: Sendable, ExpressibleByDictionaryLiteral {
    private var values: [String: Bencode]

    init(dictionaryLiteral elements: (String, Bencode)...) {
        values = Dictionary(uniqueKeysWithValues: elements)
    }

    subscript(key: String) -> Bencode? {
        get { values[key] }
        set { values[key] = newValue }
    }

    var bencode: Bencode { .dictionary(values.map { (key: Array($0.key.utf8), value: $0.value) }) }
}
