import Publishing

/// Reads the words after a verb. Every refusal names the word and, where it can, the way out.
struct ArgumentParser {
    private let verb: Verb
    private let program: String
    private var words: ArraySlice<String>
    private var result = Arguments()

    static func parse(_ words: [String], for verb: Verb, of program: Program) throws(Failure) -> Arguments {
        var parser = ArgumentParser(verb: verb, program: program.name, words: words[...])
        try parser.readWords()
        // Who asks for help gets it, whatever else is missing.
        if !parser.result.has("help") { try parser.checkOperands() }
        return parser.result
    }

    private init(verb: Verb, program: String, words: ArraySlice<String>) {
        self.verb = verb
        self.program = program
        self.words = words
    }

    private mutating func readWords() throws(Failure) {
        while let word = words.popFirst() {
            if word == "--" {
                result.operands += words
                return
            }
            if word == "-" || !Self.isDashed(word) {
                result.operands.append(word)
            } else {
                try readFlag(word)
            }
        }
    }

    private mutating func readFlag(_ word: String) throws(Failure) {
        let sign = word.utf8.firstIndex(of: UInt8(ascii: "="))
        let written = String(word[..<(sign ?? word.endIndex)])
        let attached = sign.map { String(word[word.utf8.index(after: $0)...]) }
        guard let flag = flag(written) else { throw unknown(written) }
        if result.has(flag.name) && !flag.isRepeatable {
            throw .usage("--\(flag.name) is given twice", advice: "give it once")
        }
        result.occurrences.append(.init(flag: flag.name, value: try value(of: flag, attached: attached)))
    }

    private mutating func value(of flag: Flag, attached: String?) throws(Failure) -> String? {
        guard let placeholder = flag.placeholder else {
            guard attached == nil else { throw .usage("--\(flag.name) takes no value", advice: "--\(flag.name)") }
            return nil
        }
        if let attached {
            try check(attached, among: flag.values, for: "--\(flag.name) ")
            return attached
        }
        guard let next = words.first else { throw .usage("--\(flag.name) needs a value", advice: flag.usage) }
        guard Self.isValue(next) else {
            throw .usage(
                "--\(flag.name) needs a value, and \"\(next)\" looks like a flag",
                advice: "--\(flag.name)=\(next) if that is the \(placeholder)"
            )
        }
        words.removeFirst()
        try check(next, among: flag.values, for: "--\(flag.name) ")
        return next
    }

    private func checkOperands() throws(Failure) {
        let operands = verb.operands
        if result.operands.count < operands.count.lowerBound {
            let missing = operands.name(at: result.operands.count)
            throw .usage("\(missing) is missing", advice: "\(program) \(verb.name) \(operands.usage)")
        }
        if result.operands.count > operands.count.upperBound {
            let extra = result.operands[operands.count.upperBound]
            let taken = operands.usage.isEmpty ? "it takes no operands" : "it takes only \(operands.usage)"
            throw .usage("\"\(extra)\" is one too many: \(taken)")
        }
        for (index, operand) in result.operands.enumerated() {
            // What "$UNSET" leaves; as a path it would be the working directory.
            if operand.isEmpty { throw .usage("\(operands.name(at: index).filter(\.isLetter)) is empty") }
            try check(operand, among: operands.values, for: "")
        }
    }

    private func check(_ value: String, among values: Values, for name: String) throws(Failure) {
        // What "$UNSET" leaves; as a path it would be the working directory.
        if case .files = values, value.isEmpty { throw .usage("\(name)is empty") }
        guard case .oneOf(let choices) = values, !choices.contains(value) else { return }
        let taken = choices.dropLast().joined(separator: ", ") + " or " + choices[choices.count - 1]
        let question = Suggestion.question(for: value, among: choices)
        throw .usage("\(name)takes \(taken), not \"\(value)\"" + question)
    }

    private func flag(_ written: String) -> Flag? {
        verb.allFlags.first { $0.spellings.contains(written) }
    }

    private func unknown(_ written: String) -> Failure {
        let question = Suggestion.question(for: written, among: verb.allFlags.map { "--\($0.name)" })
        let mayBeFile = question.isEmpty && !written.hasPrefix("--")
        return .usage("there is no flag \(written)" + question, advice: mayBeFile ? "./\(written) for a file" : nil)
    }

    private static func isDashed(_ word: String) -> Bool {
        word.utf8.first == UInt8(ascii: "-")
    }

    /// Whether a word can follow a flag as its value: `-` and negative numbers can.
    private static func isValue(_ word: String) -> Bool {
        !isDashed(word) || word == "-" || word.dropFirst().first?.isNumber ?? false
    }
}
