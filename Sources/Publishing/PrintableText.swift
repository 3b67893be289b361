extension String {
    /// The text with every character that could drive a terminal, forge a line or turn the reading order written out,
    /// so that a name in a hostile file is only ever a name. For values inside a line.
    package var printable: String { written(keeping: []) }

    /// The same for text of several lines, which keeps its line ends and tabs.
    ///
    /// The escapes are JSON's own, so JSON that passes here stays the same JSON.
    package var printableLines: String { written(keeping: ["\n", "\t"]) }

    private func written(keeping kept: Set<Unicode.Scalar>) -> String {
        guard unicodeScalars.contains(where: { $0.isUnprintable && !kept.contains($0) }) else { return self }
        var written = ""
        for scalar in unicodeScalars {
            if scalar.isUnprintable && !kept.contains(scalar) {
                written += scalar.escaped
            } else {
                written.unicodeScalars.append(scalar)
            }
        }
        return written
    }
}

extension Unicode.Scalar {
    fileprivate var isUnprintable: Bool {
        switch value {
        case 0..<0x20, 0x7f..<0xa0: true  // C0, DEL, C1
        case 0x2028, 0x2029: true  // line and paragraph separators
        case 0x061c, 0x200e, 0x200f, 0x202a...0x202e, 0x2066...0x2069: true  // reading order
        default: false
        }
    }

    fileprivate var escaped: String {
        switch self {
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        default:
            let digits = String(value, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
    }
}
