import Files
import Glibc
import Support
import Testing

@Suite struct FileStateTests {
    private let folder = TemporaryFolder()
    private let path: String

    init() {
        path = folder.write("12345", to: "x")
        setTime(path, seconds: 1_000_000_000, nanoseconds: 5)
    }

    @Test func anUntouchedFileIsConfirmed() throws {
        let state = try FileState(at: path)
        #expect(state.size == 5)
        try state.confirm(at: path)
        // Reading and another name are no change.
        _ = folder.read("x")
        link(path, folder.path("y"))
        try state.confirm(at: path)
        try state.confirm(at: folder.path("y"))
    }

    @Test func seesAnotherSize() throws {
        let state = try FileState(at: path)
        folder.write("1234567", to: "x")
        #expect(throws: changed("its size changed from 5 to 7 bytes while it was read")) {
            try state.confirm(at: path)
        }
        truncate(path, 0)
        #expect(throws: changed("its size changed from 5 to 0 bytes while it was read")) {
            try state.confirm(at: path)
        }
    }

    @Test(arguments: [(1_000_000_001, 5), (999_999_999, 5), (1_000_000_000, 6)])
    func seesAnotherTime(seconds: Int, nanoseconds: Int) throws {
        let state = try FileState(at: path)
        setTime(path, seconds: seconds, nanoseconds: nanoseconds)
        #expect(throws: changed("it was written to while it was read")) { try state.confirm(at: path) }
    }

    @Test func seesAnotherFileOfTheSameSizeAndTime() throws {
        let state = try FileState(at: path)
        let other = folder.write("54321", to: "other")
        setTime(other, seconds: 1_000_000_000, nanoseconds: 5)
        rename(other, path)
        #expect(throws: changed("it was replaced while it was read")) { try state.confirm(at: path) }
    }

    @Test func seesThatItIsGone() throws {
        let state = try FileState(at: path)
        unlink(path)
        #expect(throws: FileError("reading", path, .system(ENOENT))) { try state.confirm(at: path) }
        mkdir(path, 0o755)
        #expect(throws: FileError.self) { try state.confirm(at: path) }
    }

    @Test func changesAreToldWithAdvice() {
        #expect(changed("…").advice == "run it again when nothing writes to it")
        #expect(changed("how").problem == "how")
    }

    private func changed(_ how: String) -> FileError { FileError("reading", path, .changed(how)) }
}

private func setTime(_ path: String, seconds: Int, nanoseconds: Int) {
    let time = timespec(tv_sec: seconds, tv_nsec: nanoseconds)
    utimensat(AT_FDCWD, path, [time, time], 0)
}
