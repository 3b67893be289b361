import Command

extension ErrorRow {
    /// The errors of the frame, shown by the small program, which has one of everything.
    static let frame: [ErrorRow] = [
        // Verbs.
        usage(["mkae"], "small: there is no verb \"mkae\"; did you mean \"make\"?", see: ""),
        usage(["comp"], "small: there is no verb \"comp\"; did you mean \"completions\"?", see: ""),
        usage(["frobnicate"], "small: there is no verb \"frobnicate\"", see: ""),
        usage([""], "small: there is no verb \"\"", see: ""),
        usage(["help", "shwo"], "small: help: there is no verb \"shwo\"; did you mean \"show\"?", see: " help"),
        usage(
            ["completions", "bsh"], "small: completions: takes bash, zsh or fish, not \"bsh\"; did you mean \"bash\"?",
            see: " completions"),
        usage(["\u{1b}[31m"], "small: there is no verb \"\\u001b[31m\"", see: ""),

        // Flags before the verb.
        usage(["--hlep"], "small: there is no flag --hlep; did you mean \"--help\"?", see: ""),
        usage(["--quiet", "make"], "small: --quiet stands before the verb", tries: "small VERB --quiet", see: ""),
        usage(
            ["--kind=v1", "make"], "small: --kind=v1 stands before the verb", tries: "small VERB --kind=v1", see: ""),
        usage(["-v"], "small: -v stands before the verb", tries: "small VERB -v", see: ""),

        // Flags.
        usage(["make", "--froce", "x"], "small: make: there is no flag --froce; did you mean \"--force\"?"),
        usage(["make", "--out", "x"], "small: make: there is no flag --out; did you mean \"--output\"?"),
        usage(["make", "--frobnicate=1", "x"], "small: make: there is no flag --frobnicate"),
        usage(["make", "-x"], "small: make: there is no flag -x", tries: "./-x for a file"),
        usage(["make", "-5"], "small: make: there is no flag -5", tries: "./-5 for a file"),
        usage(["make", "--force", "--force", "x"], "small: make: --force is given twice", tries: "give it once"),
        usage(["make", "--jobs", "1", "--jobs=2", "x"], "small: make: --jobs is given twice", tries: "give it once"),
        usage(["make", "-q", "--quiet", "x"], "small: make: --quiet is given twice", tries: "give it once"),
        usage(["make", "--force=yes", "x"], "small: make: --force takes no value", tries: "--force"),
        usage(["make", "x", "--tracker"], "small: make: --tracker needs a value", tries: "--tracker URL"),
        usage(
            ["make", "--tracker", "--force", "x"],
            "small: make: --tracker needs a value, and \"--force\" looks like a flag",
            tries: "--tracker=--force if that is the URL"),
        usage(
            ["make", "--tracker", "--", "x"],
            "small: make: --tracker needs a value, and \"--\" looks like a flag",
            tries: "--tracker=-- if that is the URL"),
        usage(
            ["make", "--kind", "hybird", "x"],
            "small: make: --kind takes v1, hybrid or v2, not \"hybird\"; did you mean \"hybrid\"?"),
        usage(["make", "--kind=", "x"], "small: make: --kind takes v1, hybrid or v2, not \"\""),
        usage(["show", "--json", "x"], "small: show: there is no flag --json", see: " show"),

        // What "$UNSET" leaves is no file.
        usage(["make", "--output", "", "x"], "small: make: --output is empty"),
        usage(["make", "--output=", "x"], "small: make: --output is empty"),
        usage(["make", "x", ""], "small: make: PATH is empty"),
        usage(["show", "x", ""], "small: show: DATA is empty", see: " show"),

        // Operands.
        usage(["make"], "small: make: PATH… is missing", tries: "small make PATH…"),
        usage(["show"], "small: show: TORRENT is missing", tries: "small show TORRENT [DATA]", see: " show"),
        usage(
            ["show", "a", "b", "c"], "small: show: \"c\" is one too many: it takes only TORRENT [DATA]", see: " show"),

        // What verbs throw.
        ErrorRow(
            program: .small, arguments: ["fail", "failure"],
            says: ["small: making x.iso: it is a folder", "  try: name a file"]),
        ErrorRow(
            program: .small, arguments: ["fail", "explained"],
            says: ["small: fail: the file changed", "  try: run it again"]),
        ErrorRow(
            program: .small, arguments: ["fail", "plain"],
            says: ["small: fail: the output cannot be written: No space left on device"]),
        ErrorRow(program: .small, arguments: ["fail", "closed"], says: []),
        ErrorRow(program: .small, arguments: ["fail", "nested"], says: ["small: making x.iso: no"]),
        ErrorRow(
            program: .small, arguments: ["fail", "nested", "--verbose"],
            says: [
                "small: making x.iso: no", "  because: reading it: gone",
                "  because: CommandTests.FrameExplanation(problem: \"the file changed\", "
                    + "advice: Optional(\"run it again\"))",
            ]),
        ErrorRow(
            program: .small, arguments: ["fail", "hostile"],
            says: ["small: making \\u001b[2J: a\\nfreshet: all is well", "  try: \\u202ego"]),
        usage(["fail", "usage"], "small: fail: --tier needs a comma", tries: "--tier URL,URL", see: " fail"),
    ]

    private static func usage(
        _ arguments: [String],
        _ problem: String,
        tries advice: String? = nil,
        see topic: String = " make"
    ) -> ErrorRow {
        let says = [problem] + (advice.map { ["  try: \($0)"] } ?? []) + ["  see: small help\(topic)"]
        return ErrorRow(program: .small, arguments: arguments, says: says, exit: 2)
    }
}
