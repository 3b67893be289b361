import Files
import Glibc
import Support
import Testing

@Suite struct WholeFileTests {
    private let folder = TemporaryFolder()

    @Test(arguments: [0, 1, 4095, 4096, 1_000_003])
    func appearsWhole(size: Int) throws {
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            for index in 0..<size { buffer[index] = UInt8(truncatingIfNeeded: index &* 7) }
            count = size
        }
        try WholeFile.write(bytes, to: folder.path("x"), existing: .refused)
        #expect(folder.read("x") == bytes)
        #expect(folder.names == ["x"])
    }

    @Test func isAsOpenAsOtherNewFiles() throws {
        try WholeFile.write([1], to: folder.path("x"), existing: .refused)
        let plain = open(folder.path("y"), O_CREAT | O_WRONLY | O_CLOEXEC, 0o666)
        close(plain)
        #expect(try mode("x") == mode("y"))
    }

    @Test func refusesWhatExists() throws {
        folder.write("old", to: "x")
        let refusal = FileError("writing", folder.path("x"), .system(EEXIST))
        #expect(throws: refusal) { try WholeFile.write([1], to: folder.path("x"), existing: .refused) }
        #expect(refusal.isExisting)
        #expect(folder.text("x") == "old")
        #expect(folder.names == ["x"])
    }

    @Test func replacesAndKeepsPermissions() throws {
        folder.write("old", to: "x")
        chmod(folder.path("x"), 0o640)
        try WholeFile.write(Array("new".utf8), to: folder.path("x"), existing: .replaced)
        #expect(folder.text("x") == "new")
        #expect(try mode("x") == 0o640)
        #expect(folder.names == ["x"])
    }

    @Test func replacingWhatIsNotThereCreatesIt() throws {
        try WholeFile.write([7], to: folder.path("x"), existing: .replaced)
        #expect(folder.read("x") == [7])
    }

    @Test func whoHasTheOldFileOpenKeepsIt() throws {
        folder.write("old", to: "x")
        let old = try OpenFile(folder.path("x"))
        try WholeFile.write(Array("new".utf8), to: folder.path("x"), existing: .replaced)
        var bytes = [UInt8](repeating: 0, count: 3)
        let count = try bytes.withUnsafeMutableBytes { try old.read(at: 0, into: $0) }
        #expect(count == 3 && bytes == Array("old".utf8))
    }

    @Test func aLinkStaysALink() throws {
        folder.write("old", to: "below/target")
        symlink("below/target", folder.path("link"))
        try WholeFile.write(Array("new".utf8), to: folder.path("link"), existing: .replaced)
        #expect(folder.text("below/target") == "new")
        var status = stat()
        #expect(lstat(folder.path("link"), &status) == 0)
        #expect(status.st_mode & S_IFMT == S_IFLNK)
        #expect(folder.names == ["below", "link"])
    }

    @Test func aLinkIntoNothingIsNotOverlooked() throws {
        symlink("gone", folder.path("link"))
        #expect(throws: FileError.self) { try WholeFile.write([1], to: folder.path("link"), existing: .refused) }
        try WholeFile.write([1], to: folder.path("link"), existing: .replaced)
        #expect(folder.read("link") == [1])
    }

    @Test func aFolderIsNeverReplaced() throws {
        folder.write("x", to: "below/x")
        let path = folder.path("below")
        #expect(throws: FileError("writing", path, .system(EISDIR))) {
            try WholeFile.write([1], to: path, existing: .replaced)
        }
        #expect(throws: FileError("writing", path, .system(EEXIST))) {
            try WholeFile.write([1], to: path, existing: .refused)
        }
        #expect(folder.text("below/x") == "x")
    }

    @Test func devicesAreWrittenThrough() throws {
        try WholeFile.write([1, 2, 3], to: "/dev/null", existing: .refused)
        #expect(throws: FileError("writing", "/dev/full", .system(ENOSPC))) {
            try WholeFile.write([1, 2, 3], to: "/dev/full", existing: .replaced)
        }
        #expect(WholeFile.isDevice("/dev/null") && !WholeFile.isDevice(folder.path))
    }

    /// As behind a shell's `>(…)`.
    @Test func pipesAreWrittenThrough() throws {
        let pipe = folder.path("pipe")
        #expect(mkfifo(pipe, 0o600) == 0)
        let bytes = [UInt8](repeating: 5, count: 200_000)
        let read = Monitor([UInt8]())
        try Threads.run(2) { [folder] index in
            if index == 0 {
                try WholeFile.write(bytes, to: pipe, existing: .refused)
            } else {
                let content = folder.read("pipe") ?? []
                read.change { $0 = content }
            }
        }
        #expect(read.change { $0 } == bytes)
    }

    @Test func knowsWhatIsThere() throws {
        folder.write("", to: "below/x")
        symlink("below", folder.path("link"))
        #expect(WholeFile.exists(folder.path("below/x")) && WholeFile.exists(folder.path("link")))
        #expect(!WholeFile.exists(folder.path("y")))
        #expect(WholeFile.isFolder(folder.path("link")) && !WholeFile.isFolder(folder.path("below/x")))
        #expect(try WholeFile.resolved(folder.path("link/../link/x")) == folder.path("below/x"))
        #expect(throws: FileError("reading", folder.path("y"), .system(ENOENT))) {
            try WholeFile.resolved(folder.path("y"))
        }
    }

    private func mode(_ name: String) throws -> mode_t {
        var status = stat()
        try #require(stat(folder.path(name), &status) == 0)
        return status.st_mode & 0o7777
    }
}
