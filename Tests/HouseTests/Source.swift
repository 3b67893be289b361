/// A text with the place it stands at, relative to the root of the repository.
struct Source: Sendable {
    let path: String
    let text: String
    /// The text with comments and the insides of string literals blanked out, line for line and column for column.
    let code: String

    init(_ path: String, _ text: String) {
        self.path = path
        self.text = text
        self.code = path.hasSuffix(".swift") ? Blanking.code(in: text) : text
    }

    /// `Sources/Files/Draft.swift` → `Files`; a library's folder counts, not `Libraries`.
    var room: String? {
        let parts = path.split(separator: "/").map(String.init)
        guard parts.count > 2, parts[0] == "Sources" else { return nil }
        return parts[1] == "Libraries" ? parts[2] : parts[1]
    }

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    var codeLines: [Substring] { code.split(separator: "\n", omittingEmptySubsequences: false) }
}
