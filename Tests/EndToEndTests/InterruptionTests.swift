import Glibc
import Support
import Testing

/// Who ends the program in the middle finds nothing half-written.
@Suite struct InterruptionTests {
    private let folder = TemporaryFolder()

    /// Large enough to be read for a while, and hashed in every way there is on one thread.
    private func start() throws -> Running {
        folder.write("", to: "large.iso")
        truncate(folder.path("large.iso"), 2 << 30)
        return try Running(
            Tool.freshet, ["make", "large.iso", "--kind", "hybrid", "--checksum", "--jobs", "1"], in: folder.path,
            environment: ["FRESHET_LANES": "off"])
    }

    @Test(.timeLimit(.minutes(1)), arguments: [SIGINT, SIGTERM, SIGHUP, SIGKILL])
    func whileItReads(signal: Int32) throws {
        let program = try start()
        try Wait.until("the first line of progress") { program.errors.contains("10 %") || !program.isRunning }
        program.signal(signal)
        let outcome = try program.outcome(limitSeconds: 10)
        #expect(outcome.exit == 128 + signal)
        #expect(folder.names == ["large.iso"])
        #expect(outcome.output.isEmpty)
        if signal != SIGKILL { #expect(outcome.errorLines.last == "freshet: interrupted") }
    }

    /// The bytes are on the disk, the name is not: with unnamed files, nothing is ever to be seen of them.
    @Test(arguments: [SIGINT, SIGTERM, SIGKILL])
    func whileItWrites(signal: Int32) throws {
        folder.write("data", to: "x")
        let halt = Halt(at: .fsync)
        let program = try Running(
            Tool.freshet, ["make", "x", "--checksum"], in: folder.path, environment: halt.environment)
        try halt.waitUntilHalted(program)
        #expect(folder.names == ["x"])
        program.signal(signal)
        #expect(try program.outcome(limitSeconds: 10).exit == 128 + signal)
        #expect(folder.names == ["x"])
    }

    /// Where the file system knows no unnamed files, what stands there under another name is taken away.
    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func whileItWritesUnderAnotherName(signal: Int32) throws {
        folder.write("data", to: "x")
        let halt = Halt(at: .fsync, hasUnnamedFiles: false)
        let program = try Running(Tool.freshet, ["make", "x"], in: folder.path, environment: halt.environment)
        try halt.waitUntilHalted(program)
        let names = folder.names
        #expect(names.count == 2 && names[0].hasPrefix(".freshet-") && names[0].hasSuffix(".part"))
        program.signal(signal)
        #expect(try program.outcome(limitSeconds: 10).exit == 128 + signal)
        #expect(folder.names == ["x"])
    }

    /// Replacing is one step: before it the old file is there, after it the new one.
    @Test func whileItReplaces() throws {
        folder.write("data", to: "x")
        folder.write("old", to: "x.torrent")
        let halt = Halt(at: .rename)
        let program = try Running(
            Tool.freshet, ["make", "x", "--force"], in: folder.path, environment: halt.environment)
        try halt.waitUntilHalted(program)
        #expect(folder.text("x.torrent") == "old")
        program.signal(SIGINT)
        #expect(try program.outcome(limitSeconds: 10).exit == 130)
        #expect(folder.text("x.torrent") == "old")
        #expect(folder.names == ["x", "x.torrent"])
    }

    /// Behind `nohup`, a hangup does not end it.
    @Test func anIgnoredSignalStaysIgnored() throws {
        folder.write("data", to: "x")
        let halt = Halt(at: .pread)
        let program = try Running(
            Tool.required("nohup", package: "coreutils"), [Tool.freshet, "make", "x"], in: folder.path,
            environment: halt.environment)
        try halt.waitUntilHalted(program)
        program.signal(SIGHUP)
        halt.release()
        #expect(try program.outcome(limitSeconds: 10).exit == 0)
        #expect(folder.names == ["x", "x.torrent"])
    }

    /// As behind `| head`: nothing to say, nobody to say it to, and the torrent is there.
    @Test func aReaderThatGoesAway() throws {
        folder.write("data", to: "x")
        let shell = try Tool.run(
            "/bin/bash", ["-c", "\"$0\" lint --rules | head -n 1; echo \"${PIPESTATUS[0]}\"", Tool.freshet],
            in: folder.path)
        let lines = shell.text.split(separator: "\n")
        #expect(lines.count == 2 && shell.errors.isEmpty)
        #expect(["0", "1"].contains(lines.last))
    }
}
