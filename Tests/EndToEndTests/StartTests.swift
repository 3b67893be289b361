import Command
import Support
import Testing

/// The built program starts, explains itself and completes command lines.
@Suite struct StartTests {
    private let folder = TemporaryFolder()

    @Test func inAnEmptyEnvironment() throws {
        let program = try Running(Tool.freshet, ["--version"], in: folder.path, environment: [:], inherits: false)
        let outcome = try program.outcome()
        #expect(outcome.exit == 0 && outcome.errors.isEmpty)
        #expect(outcome.text == "freshet \(Program.freshet.version)\n")
    }

    @Test func withNoStreamsAtAll() throws {
        folder.write("data", to: "x")
        let outcome = try Tool.run(
            "/bin/bash", ["-c", "\"$0\" make x <&- >&- 2>&-; echo $?", Tool.freshet], in: folder.path)
        // Nothing could be said, which is an error; the torrent is whole, and nothing was written into it.
        #expect(outcome.text == "1\n")
        #expect(folder.names == ["x", "x.torrent"])
        #expect(folder.text("x.torrent")?.hasPrefix("d10:created by") == true)
        #expect(folder.text("x.torrent")?.hasSuffix("ee") == true)
    }

    @Test(arguments: Program.freshet.verbs.map(\.name))
    func everyVerbHasHelp(verb: String) throws {
        let asked = try Freshet.run([verb, "--help"], in: folder)
        #expect(asked.exit == 0 && asked.errors.isEmpty)
        #expect(asked.text.hasPrefix("freshet \(verb): "))
        #expect(try Freshet.run(["help", verb], in: folder).output == asked.output)
    }

    @Test func helpListsTheVerbs() throws {
        let help = try Freshet.run(["help"], in: folder).text
        for verb in Program.freshet.verbs { #expect(help.contains("\n  \(verb.name)  ")) }
        let nothing = try Freshet.run([], in: folder)
        #expect(nothing.exit == 2 && nothing.errors == help && nothing.output.isEmpty)
    }

    /// As people set it up, in a real bash.
    @Test(arguments: [
        (
            "freshet ",
            ["--help", "--version", "check", "completions", "edit", "help", "lint", "magnet", "make", "show"]
        ),
        ("freshet make --k", ["--kind"]), ("freshet make --kind h", ["hybrid"]), ("freshet make x", ["x.iso"]),
        ("freshet lint --st", ["--strict"]), ("freshet completions z", ["zsh"]),
    ])
    func bashCompletes(line: String, offered: [String]) throws {
        folder.write("", to: "x.iso")
        let script = """
            source <("$0" completions bash) || exit 3
            read -ra COMP_WORDS <<<"$1"
            [[ $1 == *' ' ]] && COMP_WORDS+=('')
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _freshet
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let outcome = try Tool.run("/bin/bash", ["-c", script, Tool.freshet, line], in: folder.path)
        #expect(outcome.exit == 0 && outcome.errors.isEmpty)
        #expect(outcome.text.split(separator: "\n").map(String.init).sorted() == offered)
    }
}
