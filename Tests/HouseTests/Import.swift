/// One import declaration.
struct Import: Equatable {
    let line: Int
    let module: String
    /// `public`, `package`, `internal`, …; nil when nothing is said, which means internal in this package.
    let access: String?
    let attributes: [String]

    static func all(in source: Source) -> [Import] {
        guard source.path.hasSuffix(".swift") else { return [] }
        return source.codeLines.enumerated().flatMap { number, line in
            line.split(separator: ";").compactMap { Import(line: number + 1, statement: $0) }
        }
    }

    private init?(line: Int, statement: Substring) {
        var words = statement.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let place = words.firstIndex(of: "import"), place + 1 < words.count else { return nil }
        let before = words[..<place]
        guard before.allSatisfy({ $0.hasPrefix("@") || Self.accesses.contains($0) }) else { return nil }
        words.removeSubrange(...place)
        if words.count > 1, Self.kinds.contains(words[0]) { words.removeFirst() }
        guard let module = words[0].split(separator: ".").first else { return nil }
        self.line = line
        self.module = String(module)
        self.access = before.first(where: Self.accesses.contains)
        self.attributes = before.filter { $0.hasPrefix("@") }
    }

    private static let accesses: Set<String> = ["public", "package", "internal", "fileprivate", "private"]
    private static let kinds: Set<String> = [
        "struct", "enum", "class", "protocol", "typealias", "func", "let", "var", "actor",
    ]
}
