/// The script by which zsh completes command lines.
struct ZshCompletions {
    private let program: Program

    init(of program: Program) {
        self.program = program
    }

    var script: String {
        """
        #compdef \(program.name)
        # Completions of \(program.name) for zsh: a file named _\(program.name) in a folder of $fpath.
        _\(program.name)() {
            local -a verbs=(
        \(program.verbs.map { "        \(quoted(escaped($0.name) + ":" + $0.summary))" }.joined(separator: "\n"))
            )
            if ((CURRENT == 2)); then
                _describe -t verbs verb verbs
                _arguments '(- *)'{-h,--help}'[this text]' '(- *)'{-V,--version}'[the version]'
                return
            fi
            local verb=$words[2]
            shift words
            ((CURRENT--))
            case $verb in
        \(program.verbs.map(verbCase).joined(separator: "\n"))
            esac
        }
        if [[ $funcstack[1] == _\(program.name) ]]; then
            _\(program.name) "$@"
        else
            compdef _\(program.name) \(program.name)
        fi

        """
    }

    private func verbCase(_ verb: Verb) -> String {
        let specifications = verb.allFlags.map(specification) + operands(of: verb)
        return """
                    \(verb.name))
                        _arguments -S \(specifications.joined(separator: " \\\n                    "))
                        ;;
            """
    }

    private func specification(_ flag: Flag) -> String {
        let value = flag.placeholder.map { ":\(escaped($0)):\(action(flag.values))" } ?? ""
        // With the signs behind them, a value may follow as the next word or at once.
        let (short, long) = value.isEmpty ? ("", "") : ("+", "=")
        let names = ["--\(flag.name)\(long)"] + (flag.short.map { ["-\($0)\(short)"] } ?? [])
        let others = flag.isRepeatable ? "*" : "(\(flag.spellings.joined(separator: " ")))"
        let spelled = names.count == 1 ? names[0] : "{\(names.joined(separator: ","))}"
        return quoted(others) + spelled + quoted("[\(escaped(flag.help))]" + value)
    }

    private func operands(of verb: Verb) -> [String] {
        let operands = verb.operands
        if operands.count.upperBound == 0 { return [] }
        return [quoted("*:\(escaped(operands.usage)):\(action(program.operandValues(of: verb)))")]
    }

    private func action(_ values: Values) -> String {
        switch values {
        case .anything: " "
        case .files: "_files"
        case .oneOf(let choices): "(\(choices.joined(separator: " ")))"
        }
    }

    /// The signs that mean something inside a specification.
    private func escaped(_ text: String) -> String {
        String(text.flatMap { "[]:\\".contains($0) ? ["\\", $0] : [$0] })
    }

    private func quoted(_ text: String) -> String {
        "'" + text.replacing("'", with: "'\\''") + "'"
    }
}
