import Command
import Publishing

extension Program {
    /// A small program that has one of everything the frame offers.
    static let small = Program(
        name: "small",
        version: "1.2.3",
        summary: "A program for the frame's tests.",
        verbs: [make, show, fail]
    )

    /// Says what it understood.
    private static let make = Verb(
        name: "make",
        summary: "make things from files and folders",
        operands: Operands("PATH…", 1...),
        flags: [
            Flag("kind", takes: "KIND", .oneOf(["v1", "hybrid", "v2"]), help: "which kind: v1, hybrid or v2"),
            Flag("tracker", takes: "URL", repeatable: true, help: "announce to URL"),
            Flag("tier", takes: "URL,URL", repeatable: true, help: "announce to these, as one tier of equals"),
            Flag("output", short: "o", takes: "FILE", .files, help: "write to FILE; - is standard output"),
            Flag(
                "jobs", takes: "N",
                help: "how many threads may work at it at once; as many as there are cores otherwise"),
            Flag("piece-size-of-a-longer-name", takes: "SIZE", help: "it's [long]: longer than its column"),
            Flag("force", help: "overwrite what is there"),
            .json,
        ],
        description: [
            "Each file gets a thing of its own. This paragraph is long enough to need a second line, which is what it "
                + "is there for.",
            "A second paragraph.",
        ],
        examples: ["small make x.iso", "small make --kind hybrid x.iso"],
        run: { arguments, world in
            for occurrence in arguments.occurrences {
                try world.console.out("\(occurrence.flag)=\(occurrence.value ?? "on")\n")
            }
            for operand in arguments.operands { try world.console.out("operand \(operand.printable)\n") }
            return 0
        }
    )

    private static let show = Verb(
        name: "show",
        summary: "show a thing",
        operands: Operands("TORRENT [DATA]", 1...2),
        run: { _, _ in 1 }
    )

    /// Fails in the way its operand says.
    private static let fail = Verb(
        name: "fail",
        summary: "fail",
        operands: Operands(
            "HOW", 1...1, .oneOf(["failure", "explained", "plain", "nested", "hostile", "closed", "usage"])),
        run: { arguments, _ in
            switch arguments.operands[0] {
            case "failure": throw Failure("making x.iso", "it is a folder", advice: "name a file")
            case "explained": throw FrameExplanation()
            case "nested":
                throw Failure("making x.iso", "no", cause: Failure("reading it", "gone", cause: FrameExplanation()))
            case "hostile": throw Failure("making \u{1b}[2J", "a\nfreshet: all is well", advice: "\u{202e}go")
            case "closed": throw Failure("making x.iso", "closed", cause: OutputError.closed)
            case "usage": throw Failure.usage("--tier needs a comma", advice: "--tier URL,URL")
            default: throw OutputError.failed(reason: "No space left on device")
            }
        }
    )
}
