import Publishing

extension Verb {
    /// `freshet completions bash|zsh|fish`.
    static func completions(of program: Program) -> Verb {
        Verb(
            name: "completions",
            summary: "print what lets a shell complete command lines",
            operands: Operands("bash|zsh|fish", 1...1, .oneOf(["bash", "zsh", "fish"])),
            description: [
                "Prints a script for the shell to read, from the same table that the program goes by: verbs, flags, "
                    + "their choices, and file names."
            ],
            examples: [
                "source <(freshet completions bash)",
                "freshet completions zsh > ~/.zfunc/_freshet",
                "freshet completions fish > ~/.config/fish/completions/freshet.fish",
            ],
            run: { arguments, world in
                switch arguments.operands[0] {
                case "bash": try world.console.out(BashCompletions(of: program).script)
                case "zsh": try world.console.out(ZshCompletions(of: program).script)
                default: try world.console.out(FishCompletions(of: program).script)
                }
                return 0
            }
        )
    }
}
