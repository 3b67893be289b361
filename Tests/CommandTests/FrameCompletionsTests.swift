import Command
import Foundation
import Testing

/// The scripts, read by the shells themselves where these are installed.
@Suite struct FrameCompletionsTests {
    @Test(arguments: [
        (["small", ""], ["--help", "--version", "completions", "fail", "help", "make", "show"]),
        (["small", "ma"], ["make"]),
        (["small", "make", "--t"], ["--tier", "--tracker"]),
        (["small", "make", "x", "--ver"], ["--verbose"]),
        (["small", "make", "--kind", ""], ["hybrid", "v1", "v2"]),
        (["small", "make", "--kind", "v"], ["v1", "v2"]),
        (["small", "make", "--kind", "="], ["hybrid", "v1", "v2"]),
        (["small", "make", "--kind", "=", "h"], ["hybrid"]),
        (["small", "make", "--tracker", ""], []),
        (["small", "make", "--output", "a"], ["a b.iso", "a.iso"]),
        (["small", "make", "--output", "=", "a."], ["a.iso"]),
        (["small", "make", "a"], ["a b.iso", "a.iso"]),
        (["small", "make", "-o", "a."], ["a.iso"]),
        (["small", "help", "s"], ["show"]),
        (["small", "completions", ""], ["bash", "fish", "zsh"]),
        (["small", "fail", "ne"], ["nested"]),
    ])
    func bashCompletes(words: [String], offered: [String]) throws {
        let stage = try FrameStage(files: ["a.iso": [], "a b.iso": [], "other": []])
        let line = words.map { "'\($0)'" }.joined(separator: " ")
        let asking = """
            COMP_WORDS=(\(line)) COMP_CWORD=\(words.count - 1)
            _small
            ((${#COMPREPLY[@]} == 0)) || printf '%s\\n' "${COMPREPLY[@]}"
            """
        let script = stage.run(["completions", "bash"], of: .small).out + asking
        let answer = try #require(try run("bash", script, in: stage.folder))
        #expect(answer.output.split(separator: "\n").map(String.init).sorted() == offered)
        #expect(answer.exit == 0)
    }

    @Test(arguments: ["bash", "zsh", "fish"], [Program.small, .freshet])
    func everyShellReadsItsScript(shell: String, program: Program) throws {
        let stage = try FrameStage()
        let script = stage.run(["completions", shell], of: program).out
        // Zsh and fish are not everywhere; where they are missing there is nothing to ask.
        guard let answer = try run(shell, script, in: stage.folder, ["-n"]) else { return }
        #expect(answer == Answer(exit: 0, output: ""))
    }

    /// Fish can be asked what it would offer.
    @Test(arguments: [
        ("small ma", ["make"]),
        ("small make --ki", ["--kind"]),
        ("small make --kind v", ["v1", "v2"]),
        ("small make --kind=h", ["--kind=hybrid"]),
        ("small make a.", ["a.iso"]),
        ("small help sh", ["show"]),
        ("small completions z", ["zsh"]),
    ])
    func fishCompletes(line: String, offered: [String]) throws {
        let stage = try FrameStage(files: ["a.iso": []])
        let script = stage.run(["completions", "fish"], of: .small).out + "\ncomplete -C '\(line)'\n"
        guard let answer = try run("fish", script, in: stage.folder, ["--no-config"]) else { return }
        let words = answer.output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
        #expect(words == offered)
    }

    private struct Answer: Equatable {
        let exit: Int32
        let output: String
    }

    /// Nil where there is no such shell.
    private func run(_ shell: String, _ script: String, in folder: String, _ flags: [String] = []) throws -> Answer? {
        guard let path = ["/usr/bin/\(shell)", "/bin/\(shell)"].first(where: FileManager.default.isExecutableFile)
        else { return nil }
        let file = folder + "/.completions"
        try Data(script.utf8).write(to: URL(fileURLWithPath: file))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = flags + [file]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ["HOME": folder, "PATH": "/usr/bin:/bin"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Answer(exit: process.terminationStatus, output: String(decoding: bytes, as: UTF8.self))
    }
}
