extension Rule {
    static let fileMostLines = 400
    static let functionMostLines = 70
    static let lineMostColumns = 120

    static let fileLength = Rule(
        "a file has at most \(fileMostLines) lines",
        bad: [
            Source("Sources/Files/Long.swift", String(repeating: "let x = 1\n", count: 401)),
            Source("Sources/Libraries/CLanes/long.c", String(repeating: "int x;\n", count: 401)),
        ],
        good: [Source("Sources/Files/Short.swift", String(repeating: "let x = 1\n", count: 400))]
    ) { source in
        let count = source.lines.count - (source.text.hasSuffix("\n") ? 1 : 0)
        return count > fileMostLines ? ["1: \(count) lines, more than \(fileMostLines)"] : []
    }

    static let functionLength = Rule(
        "a function has at most \(functionMostLines) lines",
        bad: [
            Source("Sources/Files/A.swift", "func long() {\n" + String(repeating: "    x()\n", count: 69) + "}\n"),
            Source(
                "Sources/Files/B.swift",
                "struct B {\n    init?(\n        a: Int = { 1 }()\n    ) throws {\n"
                    + String(repeating: "        x(\"}\") // }\n", count: 70) + "    }\n}\n"
            ),
        ],
        good: [
            Source("Sources/Files/C.swift", "func fits() {\n" + String(repeating: "    x()\n", count: 68) + "}\n"),
            // Requirements have no body, and a call of an initializer declares nothing.
            Source(
                "Sources/Files/D.swift",
                "protocol D {\n    func a() -> Int\n    init(b: Int)\n}\nlet all = [\n"
                    + String(repeating: "    .init({ 1 }),\n", count: 80) + "]\n"
            ),
        ]
    ) { source in
        guard source.path.hasSuffix(".swift") else { return [] }
        return Function.all(in: source.code)
            .filter { $0.lineCount > functionMostLines }
            .map { "\($0.line): \($0.name) has \($0.lineCount) lines, more than \(functionMostLines)" }
    }

    static let lineLength = Rule(
        "a line has at most \(lineMostColumns) columns",
        bad: [Source("Sources/Files/Wide.swift", "// " + String(repeating: "–", count: 118) + "\n")],
        good: [Source("Sources/Files/Narrow.swift", "// " + String(repeating: "–", count: 117) + "\n")]
    ) { source in
        source.lines.enumerated()
            .filter { $0.element.count > lineMostColumns }
            .map { "\($0.offset + 1): \($0.element.count) columns, more than \(lineMostColumns)" }
    }
}
