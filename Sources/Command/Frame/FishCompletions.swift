/// The script by which fish completes command lines.
struct FishCompletions {
    private let program: Program

    init(of program: Program) {
        self.program = program
    }

    var script: String {
        let opening = ["# Completions of \(program.name) for fish: a file in ~/.config/fish/completions."]
        let own = [
            line(when: "__fish_use_subcommand", "-f"),
            line(when: "__fish_use_subcommand", "-s h -l help -d \(quoted("this text"))"),
            line(when: "__fish_use_subcommand", "-s V -l version -d \(quoted("the program's version"))"),
        ]
        let verbs = program.verbs.map { verb in
            line(when: "__fish_use_subcommand", "-a \(verb.name) -d \(quoted(verb.summary))")
        }
        return (opening + own + verbs + program.verbs.flatMap(lines)).joined(separator: "\n") + "\n"
    }

    private func lines(of verb: Verb) -> [String] {
        let condition = "__fish_seen_subcommand_from \(verb.name)"
        let operands =
            switch program.operandValues(of: verb) {
            case .anything: ["-f"]
            case .files: [String]()
            case .oneOf(let choices): ["-f -a \(quoted(choices.joined(separator: " ")))"]
            }
        return (operands + verb.allFlags.map(options)).map { line(when: condition, $0) }
    }

    private func options(_ flag: Flag) -> String {
        let short = flag.short.map { "-s \($0) " } ?? ""
        let value =
            switch (flag.placeholder, flag.values) {
            case (nil, _): ""
            case (_, .anything): "-x "
            case (_, .files): "-r -F "
            case (_, .oneOf(let choices)): "-x -a \(quoted(choices.joined(separator: " "))) "
            }
        return "\(short)-l \(flag.name) \(value)-d \(quoted(flag.help))"
    }

    private func line(when condition: String, _ options: String) -> String {
        "complete -c \(program.name) -n '\(condition)' \(options)"
    }

    private func quoted(_ text: String) -> String {
        "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    }
}
