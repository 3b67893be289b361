import Command
import Testing

@Suite struct FrameHelpTests {
    private static let ofProgram = """
        small: A program for the frame's tests.

        usage:
          small VERB [FLAG…] [OPERAND…]

        verbs:
          make         make things from files and folders
          show         show a thing
          fail         fail
          help         explain the program, or one of its verbs
          completions  print what lets a shell complete command lines

        flags:
          -h, --help     this text
          -V, --version  the program's version

        small help VERB explains a verb.

        """

    private static let ofMake = """
        small make: make things from files and folders

        usage:
          small make [FLAG…] PATH…

        Each file gets a thing of its own. This paragraph is long enough to need a
        second line, which is what it is there for.

        A second paragraph.

        flags:
          --kind KIND        which kind: v1, hybrid or v2
          --tracker URL      announce to URL (may be repeated)
          --tier URL,URL     announce to these, as one tier of equals (may be repeated)
          -o, --output FILE  write to FILE; - is standard output
          --jobs N           how many threads may work at it at once; as many as there
                             are cores otherwise
          --piece-size-of-a-longer-name SIZE
                             it's [long]: longer than its column
          --force            overwrite what is there
          --json             print the result as JSON

        flags of every verb:
          -q, --quiet    no progress
          -v, --verbose  with an error, also what lies beneath it
          -h, --help     this text

        examples:
          small make x.iso
          small make --kind hybrid x.iso

        """

    @Test(arguments: [["help"], ["--help"], ["-h"]])
    func explainsTheProgram(arguments: [String]) throws {
        #expect(try FrameStage().run(arguments, of: .small) == .init(exit: 0, out: Self.ofProgram, err: ""))
    }

    @Test(arguments: [["help", "make"], ["make", "--help"], ["make", "-h"], ["make", "--force", "x", "-h"]])
    func explainsAVerb(arguments: [String]) throws {
        #expect(try FrameStage().run(arguments, of: .small) == .init(exit: 0, out: Self.ofMake, err: ""))
    }

    @Test func nothingAskedIsAMistake() throws {
        #expect(try FrameStage().run([], of: .small) == .init(exit: 2, out: "", err: Self.ofProgram))
    }

    @Test(arguments: ["--version", "-V"])
    func tellsTheVersion(flag: String) throws {
        #expect(try FrameStage().run([flag]) == .init(exit: 0, out: "freshet 0.1.0\n", err: ""))
    }

    @Test func everyHelpFitsATerminal() throws {
        for verb in Program.freshet.verbs {
            let help = try FrameStage().run(["help", verb.name]).out
            for line in help.split(separator: "\n") { #expect(line.count <= 80, "\(verb.name): \(line)") }
        }
    }
}
