extension String {
    /// For a part of a path or of a query: all but letters, digits and `-._~` as `%XX`.
    package var percentEncoded: String {
        encoded { $0.isUnreserved }
    }

    /// A URL as it may stand: what no URL may hold is encoded, what is encoded already stays.
    package var escapedURL: String {
        let bytes = Array(utf8)
        var text = ""
        for (index, byte) in bytes.enumerated() { text += bytes.isRight(at: index) ? byte.asText : byte.escape }
        return text
    }

    /// Whether a URL holds only what a URL may hold.
    package var isEscapedURL: Bool {
        let bytes = Array(utf8)
        return bytes.indices.allSatisfy { bytes.isRight(at: $0) }
    }

    private func encoded(keeping: (UInt8) -> Bool) -> String {
        utf8.reduce(into: "") { $0 += keeping($1) ? $1.asText : $1.escape }
    }
}

extension [UInt8] {
    /// Whether this byte of a URL may stay: one that URLs are made of, or the beginning of an escape.
    fileprivate func isRight(at index: Int) -> Bool {
        guard self[index] == UInt8(ascii: "%") else { return self[index].mayStandInURL }
        return index + 2 < count && self[index + 1].isHex && self[index + 2].isHex
    }
}

extension UInt8 {
    fileprivate var asText: String { String(UnicodeScalar(self)) }

    fileprivate var escape: String {
        "%" + (self < 16 ? "0" : "") + String(self, radix: 16, uppercase: true)
    }

    fileprivate var isHex: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }

    fileprivate var isUnreserved: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    fileprivate var mayStandInURL: Bool {
        isUnreserved || ":/?#[]@!$&'()*+,;=".utf8.contains(self)
    }
}
