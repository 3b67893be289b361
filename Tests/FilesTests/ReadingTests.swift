import Files
import Glibc
import Support
import Testing

/// OpenFile, and SmallFile on top of it.
@Suite struct ReadingTests {
    private let folder = TemporaryFolder()

    @Test(arguments: [(0, 10), (3, 4), (9, 1), (10, 0), (0, 0)])
    func readsAnywhere(offset: Int, count: Int) throws {
        let file = try OpenFile(folder.write("0123456789", to: "x"))
        #expect(file.size == 10)
        let expected = Array(Array("0123456789".utf8)[offset..<offset + count])
        #expect(try read(file, offset, count) == expected)
    }

    @Test func stopsAtTheEnd() throws {
        let file = try OpenFile(folder.write("0123456789", to: "x"))
        #expect(try read(file, 8, 100) == Array("89".utf8))
        #expect(try read(file, 1 << 40, 100).isEmpty)
        // One that shrinks is noticed by a short read, one that is gone is still there.
        truncate(file.path, 4)
        #expect(try read(file, 0, 10) == Array("0123".utf8))
        unlink(file.path)
        #expect(try read(file, 0, 2) == Array("01".utf8))
    }

    @Test func threadsDoNotDisturbEachOther() throws {
        var generator = SeededGenerator(seed: 11)
        let bytes = generator.bytes(300_000)
        let file = try OpenFile(folder.write(bytes, to: "x"))
        try Threads.run(8) { index in
            for round in 0..<50 {
                let offset = (index * 7919 + round * 104_729) % 299_000
                guard try read(file, offset, 1000) == Array(bytes[offset..<offset + 1000]) else { throw Wrong() }
            }
        }
    }

    @Test func refusesWhatIsNoFile() {
        #expect(throws: FileError("opening", folder.path("x"), .system(ENOENT))) { try OpenFile(folder.path("x")) }
        #expect(throws: FileError.self) { try OpenFile(folder.path) }
        // Must not wait for somebody to write into it.
        mkfifo(folder.path("pipe"), 0o600)
        #expect(throws: FileError("reading", folder.path("pipe"), .notAFile)) { try OpenFile(folder.path("pipe")) }
    }

    @Test(.enabled(if: geteuid() != 0, "root reads everything"))
    func refusesWhatMayNotBeRead() {
        folder.write("x", to: "x")
        chmod(folder.path("x"), 0)
        #expect(throws: FileError("opening", folder.path("x"), .system(EACCES))) { try OpenFile(folder.path("x")) }
    }

    @Test(arguments: [0, 1, 99, 100])
    func aSmallFileIsReadWhole(size: Int) throws {
        let bytes = (0..<size).map { UInt8($0) }
        #expect(try SmallFile.read(folder.write(bytes, to: "x"), limit: 100) == bytes)
    }

    @Test func aLargerOneIsRefusedUnread() throws {
        let path = folder.write("", to: "x")
        truncate(path, 1 << 40)
        #expect(throws: FileError("reading", path, .tooLarge(limit: 100))) { try SmallFile.read(path, limit: 100) }
        truncate(path, 101)
        #expect(throws: FileError("reading", path, .tooLarge(limit: 100))) { try SmallFile.read(path, limit: 100) }
        #expect(FileError("reading", path, .tooLarge(limit: 100)).problem == "larger than 100 bytes")
    }

    /// The files of /proc say that they are empty and are not.
    @Test func aFileThatHoldsMoreThanItSaysIsRefused() {
        #expect(throws: FileError("reading", "/proc/self/status", .changed("it changed while it was read"))) {
            try SmallFile.read("/proc/self/status", limit: 1 << 20)
        }
    }

    @Test(arguments: [10, 100, 101, 200_000])
    func aPipeIsReadToItsEnd(size: Int) throws {
        let pipe = folder.path("pipe")
        mkfifo(pipe, 0o600)
        // As the program does: a reader that goes away is an error of the write.
        signal(SIGPIPE, SIG_IGN)
        let bytes = [UInt8](repeating: 3, count: size)
        let read = Monitor<Result<[UInt8], FileError>?>(nil)
        try Threads.run(2) { index in
            if index == 0 {
                let result = Result { () throws(FileError) in try SmallFile.read(pipe, limit: 100) }
                read.change { $0 = result }
            } else {
                // The reader may go away in the middle.
                try? WholeFile.write(bytes, to: pipe, existing: .refused)
            }
        }
        let tooLarge = FileError("reading", pipe, .tooLarge(limit: 100))
        #expect(read.change { $0 } == (size <= 100 ? .success(bytes) : .failure(tooLarge)))
    }

    private struct Wrong: Error {}
}

private func read(_ file: OpenFile, _ offset: Int, _ count: Int) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0xee, count: count)
    let filled = try bytes.withUnsafeMutableBytes { try file.read(at: Int64(offset), into: $0) }
    return Array(bytes[..<filled])
}
