import Glibc
import Support
import Testing

/// What the system refuses: said in one line, and nothing is left half done.
@Suite struct TroubleTests {
    private let folder = TemporaryFolder()

    init() {
        folder.write("data", to: "x")
        folder.write("data", to: "d/a")
        folder.write("data", to: "d/b")
    }

    /// Each call that can fail on the way to a torrent.
    @Test(arguments: [Halt.Call.write, .fsync, .linkat], [ENOSPC, EDQUOT, EIO])
    func whileWriting(call: Halt.Call, code: Int32) throws {
        let halt = Halt(failing: call, with: code)
        let outcome = try Freshet.run(["make", "x", "-q"], in: folder, environment: halt.environment)
        #expect(outcome.exit == 1 && outcome.output.isEmpty)
        let reasons = [
            ENOSPC: "no space left on device", EDQUOT: "disk quota exceeded", EIO: "input/output error",
        ]
        let lines = outcome.errorLines
        #expect(lines[0] == "freshet: writing x.torrent: \(reasons[code] ?? "")")
        let freeSome = "  try: free some space and run it again; nothing half-written was left"
        #expect(lines.dropFirst() == (code == EIO ? [] : [freeSome]))
        #expect(folder.names == ["d", "x"])
    }

    /// Where the file system knows no unnamed files, the named one is taken away.
    @Test(arguments: [Halt.Call.write, .fsync])
    func whileWritingUnderAnotherName(call: Halt.Call) throws {
        let halt = Halt(failing: call, with: ENOSPC, hasUnnamedFiles: false)
        #expect(try Freshet.run(["make", "x", "-q"], in: folder, environment: halt.environment).exit == 1)
        #expect(folder.names == ["d", "x"])
    }

    @Test(arguments: [true, false])
    func whileReplacing(hasUnnamedFiles: Bool) throws {
        folder.write("old", to: "x.torrent")
        let halt = Halt(failing: .rename, with: EIO, hasUnnamedFiles: hasUnnamedFiles)
        let outcome = try Freshet.run(["make", "x", "-q", "--force"], in: folder, environment: halt.environment)
        #expect(outcome.exit == 1)
        #expect(folder.text("x.torrent") == "old")
        #expect(folder.names == ["d", "x", "x.torrent"])
    }

    /// FAT, and some file systems behind a network, give a file one name only.
    @Test func withoutLinks() throws {
        let environment = try Halt(failing: .link, with: EPERM, hasUnnamedFiles: false).environment
        let made = try Freshet.run(["make", "x", "-q"], in: folder, environment: environment)
        #expect(made.exit == 0, "\(made.errors)")
        let torrent = folder.text("x.torrent")
        #expect(torrent?.hasPrefix("d10:created by") == true)
        // Still never over what exists, unless asked to.
        #expect(try Freshet.run(["make", "x", "-q"], in: folder, environment: environment).exit == 1)
        let forced = try Freshet.run(
            ["make", "x", "-q", "--force", "--comment", "c"], in: folder, environment: environment)
        #expect(forced.exit == 0 && folder.text("x.torrent") != torrent)
        #expect(folder.names == ["d", "x", "x.torrent"])
    }

    @Test func aDiskThatCannotBeRead() throws {
        let environment = try Halt(failing: .pread, with: EIO).environment
        let file = try Freshet.run(["make", "x", "-q"], in: folder, environment: environment)
        #expect(file.exit == 1 && file.errors == "freshet: making a torrent of x: input/output error\n")
        // In a folder, which file it is.
        let some = try Freshet.run(["make", "d", "-q", "--jobs", "1"], in: folder, environment: environment)
        #expect(some.exit == 1 && some.errors == "freshet: making a torrent of d: a: input/output error\n")
        #expect(folder.names == ["d", "x"])
    }

    @Test func aFullDisk() throws {
        guard let disk = TinyDisk(kilobytes: 64) else {
            // Who cannot mount still has a device that is always full.
            let outcome = try Freshet.run(["make", "x", "-q", "--output", "/dev/full"], in: folder)
            #expect(
                outcome.exit == 1 && outcome.errors.hasPrefix("freshet: writing /dev/full: no space left on device"))
            return
        }
        // 16 384 hashes of 20 bytes do not fit.
        folder.write("", to: "large")
        truncate(folder.path("large"), 16384 * 16384)
        let outcome = try Freshet.run(
            ["make", "large", "-q", "--piece-size", "16KiB", "--output", disk.path + "/t"], in: folder)
        #expect(outcome.exit == 1)
        #expect(outcome.errors.hasPrefix("freshet: writing \(disk.path)/t: no space left on device\n"))
        #expect(disk.names.isEmpty)
    }

    /// Found before hours of hashing, not after.
    @Test func moreThanClientsOpen() throws {
        folder.write("", to: "large")
        truncate(folder.path("large"), 16 << 30)
        let outcome = try Freshet.run(["make", "large", "--piece-size", "16KiB"], in: folder)
        let says = "1048576 pieces of 16384 bytes make a torrent larger than the 10 MB that clients open"
        #expect(outcome.exit == 1)
        #expect(
            outcome.errors
                == "freshet: making a torrent of large: \(says)\n  try: larger pieces, or no --piece-size at all\n")
    }

    @Test func whatIsNoFile() throws {
        mkfifo(folder.path("d/pipe"), 0o600)
        let pipe = try Freshet.run(["make", "d", "-q"], in: folder)
        #expect(pipe.exit == 1 && pipe.errors == "freshet: making a torrent of d: pipe: neither a file nor a folder\n")
        unlink(folder.path("d/pipe"))
        symlink("gone", folder.path("d/link"))
        let link = try Freshet.run(["make", "d", "-q"], in: folder)
        #expect(
            link.errors == "freshet: making a torrent of d: link: no such file or directory\n  try: check the path\n")
        unlink(folder.path("d/link"))
        symlink("..", folder.path("d/up"))
        let loop = try Freshet.run(["make", "d", "-q"], in: folder)
        #expect(loop.errors == "freshet: making a torrent of d: up/d: a link that leads back to a folder around it\n")
    }

    /// As in a shell's `<(…)`.
    @Test func aTorrentThroughAPipe() throws {
        try Freshet.done(["make", "x", "-q"], in: folder)
        let outcome = try Tool.run(
            "/bin/bash", ["-c", "\"$0\" magnet <(cat x.torrent)", Tool.freshet], in: folder.path)
        #expect(outcome.exit == 0 && outcome.text.hasPrefix("magnet:?xt=urn:btih:"))
    }

    @Test func peakMemoryOfALargeFile() throws {
        folder.write("", to: "large")
        truncate(folder.path("large"), 512 << 20)
        let run = try Measured.run(
            Tool.freshet, ["make", "large", "-q", "--kind", "hybrid", "--checksum", "--dry-run"], in: folder.path)
        #expect(run.outcome.exit == 0 && run.peakKB < 64 << 10, "\(run.peakKB) KB")
    }
}
