import Glibc
import Support
import Testing

/// A file that changes while a torrent is made of it: an error that says how, and nothing is written.
@Suite struct ChangingFileTests {
    enum Change: String, CaseIterable, CustomTestStringConvertible {
        case grows, isRewritten, isReplaced, isTruncated, isRemoved

        var testDescription: String { rawValue }

        func happen(to name: String, in folder: TemporaryFolder) {
            let path = folder.path(name)
            switch self {
            case .grows:
                let file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
                write(file, "more", 4)
                close(file)
            case .isRewritten:
                let file = open(path, O_WRONLY | O_CLOEXEC)
                pwrite(file, "x", 1, 50_000)
                close(file)
            case .isReplaced:
                folder.write([UInt8](repeating: 2, count: 100_000), to: "other")
                rename(folder.path("other"), path)
            case .isTruncated: truncate(path, 1000)
            case .isRemoved: unlink(path)
            }
        }

        var says: String {
            switch self {
            case .grows: "its size changed from 100000 to 100004 bytes while it was read"
            case .isRewritten: "it was written to while it was read"
            case .isReplaced: "it was replaced while it was read"
            case .isTruncated: "its size changed from 100000 to 1000 bytes while it was read"
            case .isRemoved: "no such file or directory"
            }
        }

        var advice: String { self == .isRemoved ? "check the path" : "run it again when nothing writes to it" }
    }

    private let folder = TemporaryFolder()

    init() {
        for name in ["x", "d/a", "d/b"] {
            folder.write([UInt8](repeating: 1, count: 100_000), to: name)
            // Written long ago: a clock with coarse steps must not hide the change.
            let time = timespec(tv_sec: 1_700_000_000, tv_nsec: 0)
            utimensat(AT_FDCWD, folder.path(name), [time, time], 0)
        }
    }

    /// Lets it change between the look at it and the first reading, then lets the program go on.
    private func outcome(_ path: String, _ flags: [String], change: () -> Void) throws -> Tool.Outcome {
        let halt = Halt(at: .pread)
        let program = try Running(
            Tool.freshet, ["make", path, "-q"] + flags, in: folder.path, environment: halt.environment)
        try halt.waitUntilHalted(program)
        change()
        halt.release()
        return try program.outcome(limitSeconds: 20)
    }

    @Test(arguments: Change.allCases, [["--jobs", "1"], ["--jobs", "2", "--checksum", "--kind", "hybrid"]])
    func aFile(change: Change, flags: [String]) throws {
        let outcome = try outcome("x", flags) { change.happen(to: "x", in: folder) }
        #expect(outcome.exit == 1 && outcome.output.isEmpty)
        #expect(outcome.errors == "freshet: making a torrent of x: \(change.says)\n  try: \(change.advice)\n")
        #expect(folder.names == (change == .isRemoved ? ["d"] : ["d", "x"]))
    }

    @Test(arguments: Change.allCases)
    func aFileInAFolder(change: Change) throws {
        let outcome = try outcome("d", ["--checksum"]) { change.happen(to: "d/b", in: folder) }
        #expect(outcome.exit == 1 && outcome.output.isEmpty)
        #expect(outcome.errors == "freshet: making a torrent of d: b: \(change.says)\n  try: \(change.advice)\n")
        #expect(folder.names == ["d", "x"])
    }

    @Test(arguments: ["d/new", "d/a-new"])
    func aFileThatComes(name: String) throws {
        let outcome = try outcome("d", []) { folder.write("new", to: name) }
        #expect(outcome.exit == 1)
        #expect(outcome.errors.hasPrefix("freshet: making a torrent of d: files came or went while it was read\n"))
        #expect(folder.names == ["d", "x"])
    }

    @Test func aFileThatIsRenamed() throws {
        let outcome = try outcome("d", []) { rename(folder.path("d/b"), folder.path("d/c")) }
        #expect(outcome.exit == 1)
        #expect(outcome.errors.hasPrefix("freshet: making a torrent of d: b: no such file or directory\n"))
        #expect(folder.names == ["d", "x"])
    }

    /// In the middle of a long reading: what was read already is old, what comes is new.
    @Test(.timeLimit(.minutes(1)), arguments: [Change.isRewritten, .isTruncated])
    func aLargeFileInTheMiddle(change: Change) throws {
        folder.write("", to: "large")
        truncate(folder.path("large"), 1 << 30)
        let program = try Running(
            Tool.freshet, ["make", "large", "--checksum", "--jobs", "1"], in: folder.path,
            environment: ["FRESHET_LANES": "off"])
        try Wait.until("the first line of progress") { program.errors.contains("10 %") || !program.isRunning }
        change.happen(to: "large", in: folder)
        let outcome = try program.outcome(limitSeconds: 40)
        #expect(outcome.exit == 1)
        let says = change == .isRewritten ? change.says : "its size changed from 1073741824 to 1000 bytes"
        #expect(outcome.errors.contains("freshet: making a torrent of large: \(says)"))
        #expect(folder.names == ["d", "large", "x"])
    }

    /// One that only looks as if it changed is none: reading and new names do not count.
    @Test func aLinkIsNoChange() throws {
        let outcome = try outcome("x", []) { link(folder.path("x"), folder.path("y")) }
        #expect(outcome.exit == 0)
        #expect(folder.names == ["d", "x", "x.torrent", "y"])
    }
}
