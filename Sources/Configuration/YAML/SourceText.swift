/// The bytes of a file that are known to be UTF-8, and where in them things stand.
struct SourceText {
    let bytes: [UInt8]

    /// A byte order mark in front is no part of the text.
    init(_ bytes: [UInt8]) throws(ConfigurationError) {
        guard bytes.count <= Limits.bytes else {
            throw ConfigurationError(.tooLarge(limit: Limits.bytes), at: .file)
        }
        let bytes = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? Array(bytes.dropFirst(3)) : bytes
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var walk = Walk()
        decoding: while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar):
                // Directives are for tags and other versions of YAML, and libyaml takes long over many of them.
                if scalar == "%" && walk.mark.column == 1 {
                    throw ConfigurationError(.directive, at: .mark(walk.mark))
                }
                walk.pass(scalar)
            case .emptyInput: break decoding
            case .error: throw ConfigurationError(.notUTF8, at: .mark(walk.mark))
            }
        }
        self.bytes = bytes
    }

    /// The place of a byte.
    func mark(ofByte offset: Int) -> Mark {
        var walk = Walk()
        for scalar in String(decoding: bytes.prefix(offset), as: UTF8.self).unicodeScalars { walk.pass(scalar) }
        return walk.mark
    }

    /// The letter at a place, and the line around it.
    func line(at mark: Mark) -> (text: String, letter: Unicode.Scalar?) {
        var walk = Walk()
        var line = String.UnicodeScalarView()
        var letter: Unicode.Scalar?
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            if walk.mark.line > mark.line { break }
            if walk.mark == mark { letter = scalar }
            if walk.mark.line == mark.line && !Walk.isBreak(scalar) { line.append(scalar) }
            walk.pass(scalar)
        }
        return (String(line), letter)
    }
}

/// Counts lines and columns as libyaml does.
private struct Walk {
    private var line = 1
    private var column = 1
    private var isAfterReturn = false

    var mark: Mark { Mark(line: line, column: column) }

    static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }

    mutating func pass(_ scalar: Unicode.Scalar) {
        defer { isAfterReturn = scalar == "\r" }
        if scalar == "\n" && isAfterReturn { return }
        if Self.isBreak(scalar) {
            line += 1
            column = 1
        } else {
            column += 1
        }
    }
}
