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
            let escaped = entry.name.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
                .replacing("\r", with: "\\r")
            return (escaped == entry.name ? "" : "\\") + "\(entry.digest)  \(escaped)\n"
        }.joined()
    }

    /// Reads both forms, `digest  name` and `SHA256 (name) = digest`.
    /// Other lines, such as a signature's, are passed over.
    static func entries(_ text: String) -> [Entry] {
        text.split(whereSeparator: \.isNewline).compactMap { line in
            plain(line) ?? tagged(line)
        }
    }

    /// Whether the file at `path` already says the same. One that says otherwise is not ours to overwrite.
    static func agrees(at path: String, shown: String, with wanted: [Entry]) throws -> Bool {
        guard WholeFile.exists(path) else { return false }
        let bytes = try Failure.during("reading \(shown)") { try SmallFile.read(path, limit: largest) }
        let found = entries(String(decoding: bytes, as: UTF8.self))
        for entry in wanted {
            // Builds call the file by whatever path they saw it at.
            guard let same = found.first(where: { $0.name == entry.name || $0.name.fileName == entry.name.fileName })
            else {
                throw Failure(
                    "writing \(shown)", "it exists and has no SHA-256 of \(entry.name)",
                    advice: "remove it, and it is written anew")
            }
            guard same.digest == entry.digest else {
                throw Failure(
                    "writing \(shown)", "it says \(same.digest), but \(entry.name) has \(entry.digest)",
                    advice: "find out which is right; if the data is, remove \(shown)")
            }
        }
        return true
    }

    private static func plain(_ line: Substring) -> Entry? {
        let isEscaped = line.hasPrefix("\\")
        let rest = isEscaped ? line.dropFirst() : line
        let digest = rest.prefix(64)
        guard isDigest(digest) else { return nil }
        let marker = rest.dropFirst(64).prefix(2)
        guard marker == "  " || marker == " *" else { return nil }
        let name = String(rest.dropFirst(66))
        return Entry(name: isEscaped ? unescaped(name) : name, digest: digest.lowercased())
    }

    private static func tagged(_ line: Substring) -> Entry? {
        guard line.hasPrefix("SHA256 ("), let end = line.ranges(of: ") = ").last else { return nil }
        let digest = line[end.upperBound...]
        guard isDigest(digest) else { return nil }
        return Entry(name: String(line.dropFirst(8)[..<end.lowerBound]), digest: digest.lowercased())
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
