/// A value to be written. Keys are sorted by the writer.
package enum Bencode: Sendable {
    case integer(Int64)
    case bytes([UInt8])
    case list([Bencode])
    case dictionary([(key: [UInt8], value: Bencode)])
    /// Already bencoded: what is not to be touched, such as the `info` of a torrent that is edited.
    case raw([UInt8])

    package static func text(_ text: String) -> Bencode { .bytes(Array(text.utf8)) }

    package static func dictionary(_ pairs: KeyValuePairs<String, Bencode?>) -> Bencode {
        .dictionary(pairs.compactMap { key, value in value.map { (Array(key.utf8), $0) } })
    }

    package var encoded: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .integer(let value):
            bytes += Array("i\(value)e".utf8)
        case .bytes(let content):
            bytes += Array("\(content.count):".utf8)
            bytes += content
        case .list(let elements):
            bytes.append(UInt8(ascii: "l"))
            for element in elements { element.write(to: &bytes) }
            bytes.append(UInt8(ascii: "e"))
        case .dictionary(let pairs):
            bytes.append(UInt8(ascii: "d"))
            for (key, value) in pairs.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
                Bencode.bytes(key).write(to: &bytes)
                value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "e"))
        case .raw(let encoded):
            bytes += encoded
        }
    }
}
