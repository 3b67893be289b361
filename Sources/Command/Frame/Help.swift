import Publishing

/// Help as lines; headings end in a colon and are bold where that can be.
struct Help {
    private static let width = 80

    private(set) var lines: [String] = []

    /// What the program can do.
    init(of program: Program) {
        lines = ["\(program.name): \(program.summary)", ""]
        lines += ["usage:", "  \(program.name) VERB [FLAG…] [OPERAND…]", ""]
        lines += ["verbs:"] + Self.table(program.verbs.map { ($0.name, $0.summary) }) + [""]
        lines += ["flags:"]
        lines += Self.table([("-h, --help", "this text"), ("-V, --version", "the program's version")]) + [""]
        lines += ["\(program.name) help VERB explains a verb."]
    }

    /// How one verb is used.
    init(of verb: Verb, in program: Program) {
        lines = ["\(program.name) \(verb.name): \(verb.summary)", ""]
        let words = [program.name, verb.name, "[FLAG…]", verb.operands.usage].filter { !$0.isEmpty }
        lines += ["usage:", "  " + words.joined(separator: " ")]
        for paragraph in verb.description { lines += [""] + Self.wrapped(paragraph, to: Self.width) }
        if !verb.flags.isEmpty { lines += ["", "flags:"] + Self.table(verb.flags.map(Self.row)) }
        lines += ["", "flags of every verb:"] + Self.table(Flag.everywhere.map(Self.row))
        if !verb.examples.isEmpty { lines += ["", "examples:"] + verb.examples.map { "  \($0)" } }
    }

    func show(on console: Console) throws {
        for line in lines { try console.out(line + "\n", in: Self.style(of: line)) }
    }

    /// For a command line that asks for nothing: the same text, in the place for mistakes.
    func showAsError(on console: Console) {
        for line in lines { console.err("", lead: line, in: Self.style(of: line)) }
    }

    private static func style(of line: String) -> Style {
        line.hasSuffix(":") && !line.hasPrefix(" ") ? .bold : .plain
    }

    private static func row(_ flag: Flag) -> (String, String) {
        let short = flag.short.map { "-\($0), " } ?? ""
        return (short + flag.usage, flag.help + (flag.isRepeatable ? " (may be repeated)" : ""))
    }

    /// Names first, what they mean beside them; a long name has its line for itself.
    private static func table(_ rows: [(name: String, meaning: String)]) -> [String] {
        let longest = 24
        let column = 4 + (rows.map(\.name.count).filter { $0 <= longest }.max() ?? longest)
        return rows.flatMap { name, meaning in
            let indented = wrapped(meaning, to: width - column).map { String(repeating: " ", count: column) + $0 }
            let first = "  \(name)"
            guard name.count <= longest, let beside = indented.first else { return [first] + indented }
            return [first + beside.dropFirst(first.count)] + indented.dropFirst()
        }
    }

    private static func wrapped(_ text: String, to width: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let line = lines.last, line.count + 1 + word.count <= width {
                lines[lines.count - 1] = line + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
