/// The script by which bash completes command lines.
struct BashCompletions {
    private let program: Program

    init(of program: Program) {
        self.program = program
    }

    var script: String {
        """
        # Completions of \(program.name) for bash: source <(\(program.name) completions bash)
        _\(program.name)() {
            local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
            local verb=${COMP_WORDS[1]} choices='' files=''
            COMPREPLY=()
            # Bash takes --flag=value apart at the sign.
            if [[ $current == = ]]; then
                current=
            elif [[ $previous == = ]]; then
                previous=${COMP_WORDS[COMP_CWORD - 2]}
            fi
            if ((COMP_CWORD == 1)); then
                choices='\(opening)'
            else
                case "$verb $previous" in
        \(program.verbs.flatMap(valueCases).joined(separator: "\n"))
                    *)
                        case "$verb $current" in
        \(program.verbs.flatMap(wordCases).joined(separator: "\n"))
                        esac
                        ;;
                esac
            fi
            if [[ $files ]]; then
                compopt -o filenames 2>/dev/null
                mapfile -t COMPREPLY < <(compgen -f -- "$current")
            elif [[ $choices ]]; then
                mapfile -t COMPREPLY < <(compgen -W "$choices" -- "$current")
            fi
        }
        complete -F _\(program.name) \(program.name)

        """
    }

    private var opening: String {
        (program.verbs.map(\.name) + ["--help", "--version"]).joined(separator: " ")
    }

    /// What follows each flag that takes a value.
    private func valueCases(_ verb: Verb) -> [String] {
        verb.allFlags.filter { $0.placeholder != nil }.map { flag in
            let written = flag.spellings.map { "'\(verb.name) \($0)'" }.joined(separator: " | ")
            return "            \(written)) \(action(flag.values)) ;;"
        }
    }

    /// The flags of a verb, and what its operands are.
    private func wordCases(_ verb: Verb) -> [String] {
        let flags = verb.allFlags.map { "--\($0.name)" }.joined(separator: " ")
        return [
            "                    '\(verb.name) -'*) choices='\(flags)' ;;",
            "                    '\(verb.name) '*) \(action(program.operandValues(of: verb))) ;;",
        ]
    }

    private func action(_ values: Values) -> String {
        switch values {
        case .anything: ":"
        case .files: "files=1"
        case .oneOf(let choices): "choices='\(choices.joined(separator: " "))'"
        }
    }
}
