import Files
import Publishing

/// The lines that `sha256sum` writes and checks.
enum ChecksumFile {
    struct Entry {
        let name: String
        let digest: String
    }

    static let largest = 1 << 20

    static func text(_ entries: [Entry]) -> String {
        entries.map { entry in
            // As sha256sum does: a name that would break the line is escaped, and a backslash in front says so.
            let escaped = entry.name.unicodeScalars.map { scalar in
                switch scalar {
                case "\\": "\\\\"
                case "\n": "\\n"
                case "\r": "\\r"
                default: String(scalar)
                }
            }.joined()
            return (escaped.utf8.elementsEqual(entry.name.utf8) ? "" : "\\") + "\(entry.digest)  \(escaped)\n"
        }.joined()
    }

    /// Reads both forms, `digest  name` and `SHA256 (name) = digest`.
    /// Other lines, such as a signature's, are passed over.
    static func entries(_ text: String) -> [Entry] {
        // Bytes, not characters: a carriage return and a line feed are one character, and other line ends are names.
        let mark = Array("\u{FEFF}".utf8)
        let bytes = text.utf8.starts(with: mark) ? text.utf8.dropFirst(mark.count) : text.utf8[...]
        return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
            let content = Substring(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
            return plain(content) ?? tagged(content)
        }
    }

    /// Whether the file at `path` already says the same. One that says otherwise is not ours to overwrite.
    static func agrees(at path: String, shown: String, with wanted: [Entry]) throws -> Bool {
        guard WholeFile.exists(path) else { return false }
        let found = try found(at: path, shown: shown)
        for entry in wanted {
            let digest = try digest(of: entry.name, in: found, shown: shown)
            guard digest == entry.digest else {
                throw Failure(
                    "writing \(shown)", "it says \(digest), but \(entry.name) has \(entry.digest)",
                    advice: "find out which is right; if the data is, remove \(shown)")
            }
        }
        return true
    }

    /// As far as it can be told before anything is hashed.
    static func check(at path: String, shown: String, for names: [String]) throws {
        let found = try found(at: path, shown: shown)
        for name in names { _ = try digest(of: name, in: found, shown: shown) }
    }

    private static func found(at path: String, shown: String) throws -> [Entry] {
        let bytes = try Failure.during("reading \(shown)") { try SmallFile.read(path, limit: largest) }
        return entries(String(decoding: bytes, as: UTF8.self))
    }

    /// By its name, else by its last part: builds call a file by whatever path they saw it at.
    private static func digest(of name: String, in found: [Entry], shown: String) throws -> String {
        let same =
            found.first { $0.name.utf8.elementsEqual(name.utf8) }
            ?? found.first { $0.name.fileName.utf8.elementsEqual(name.fileName.utf8) }
        if let same { return same.digest }
        throw Failure(
            "writing \(shown)", "it exists and has no SHA-256 of \(name)", advice: "remove it, and it is written anew")
    }

    private static func plain(_ line: Substring) -> Entry? {
        let isEscaped = line.hasPrefix("\\")
        let rest = isEscaped ? line.dropFirst() : line
        let digest = rest.prefix(64)
        guard isDigest(digest) else { return nil }
        let marker = rest.utf8.dropFirst(64).prefix(2)
        guard marker.elementsEqual("  ".utf8) || marker.elementsEqual(" *".utf8) else { return nil }
        let name = String(Substring(rest.utf8.dropFirst(66)))
        return Entry(name: isEscaped ? unescaped(name) : name, digest: digest.lowercased())
    }

    private static func tagged(_ line: Substring) -> Entry? {
        let isEscaped = line.hasPrefix("\\")
        let rest = isEscaped ? line.dropFirst() : line
        guard rest.hasPrefix("SHA256 ("), let end = rest.ranges(of: ") = ").last else { return nil }
        let digest = rest[end.upperBound...]
        guard isDigest(digest) else { return nil }
        let name = String(rest.dropFirst(8)[..<end.lowerBound])
        return Entry(name: isEscaped ? unescaped(name) : name, digest: digest.lowercased())
    }

    private static func isDigest(_ text: Substring) -> Bool {
        text.count == 64 && text.allSatisfy { $0.isHexDigit && $0.isASCII }
    }

    private static func unescaped(_ name: String) -> String {
        var result = ""
        var isEscape = false
        for character in name {
            switch (isEscape, character) {
            case (false, "\\"):
                isEscape = true
                continue
            case (true, "n"): result.append("\n")
            case (true, "r"): result.append("\r")
            default: result.append(character)
            }
            isEscape = false
        }
        return result
    }
}
