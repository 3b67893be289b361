import Files
import Glibc
import Support
import Testing

@Suite struct FolderTests {
    private let folder = TemporaryFolder()

    /// The order of the v2 tree: by the bytes of each component, not by letters, not by UTF-16, not by whole paths.
    @Test func ordersByRawBytes() throws {
        let paths = [
            "B", "a/x", "a/z/\u{e9}.bin", "a-b/y", "a.txt", "ab", "e\u{301}", "\u{e9}", "\u{ff5a}", "\u{1f600}",
        ]
        for path in paths.shuffled() { folder.write(path, to: path) }
        let found = try Folder.files(under: folder.path)
        #expect(found.map { Array($0.path.joined(separator: "/").utf8) } == paths.map { Array($0.utf8) })
        #expect(found.map(\.state.size) == paths.map { Int64($0.utf8.count) })
    }

    @Test func hiddenAndEmptyFilesCount() throws {
        folder.write("", to: ".hidden/.empty")
        mkdir(folder.path("nothing"), 0o755)
        let found = try Folder.files(under: folder.path + "/")
        #expect(found.map(\.path) == [[".hidden", ".empty"]])
        #expect(found[0].state.size == 0)
    }

    @Test func followsLinks() throws {
        let elsewhere = TemporaryFolder()
        elsewhere.write("12345", to: "far/x")
        folder.write("1", to: "near")
        symlink(elsewhere.path("far"), folder.path("a"))
        symlink(elsewhere.path("far"), folder.path("b"))
        symlink("near", folder.path("c"))
        let found = try Folder.files(under: folder.path)
        #expect(found.map(\.path) == [["a", "x"], ["b", "x"], ["c"], ["near"]])
        #expect(found.map(\.state.size) == [5, 5, 1, 1])
    }

    @Test(arguments: [".", "..", "../below", "deep/.."])
    func refusesALinkThatLeadsBack(target: String) {
        folder.write("", to: "below/deep/x")
        symlink(target, folder.path("below/back"))
        #expect(throws: FileError("reading", folder.path(leadsTo[target] ?? ""), .loop)) {
            try Folder.files(under: folder.path)
        }
    }

    /// The place at which each of these meets a folder around it.
    private let leadsTo = [
        ".": "below/back", "..": "below/back", "../below": "below/back", "deep/..": "below/back",
    ]

    @Test func refusesALinkIntoNothing() {
        symlink("gone", folder.path("link"))
        #expect(throws: FileError("reading", folder.path("link"), .system(ENOENT))) {
            try Folder.files(under: folder.path)
        }
        symlink("self", folder.path("aself"))
        symlink("aself", folder.path("self"))
        #expect(throws: FileError("reading", folder.path("aself"), .system(ELOOP))) {
            try Folder.files(under: folder.path)
        }
    }

    @Test func refusesAPipe() {
        folder.write("", to: "below/x")
        mkfifo(folder.path("below/pipe"), 0o600)
        #expect(throws: FileError("reading", folder.path("below/pipe"), .notAFile)) {
            try Folder.files(under: folder.path)
        }
    }

    @Test func refusesANameThatIsNotUTF8() throws {
        let name: [CChar] = Array((folder.path + "/caf").utf8CString.dropLast()) + [CChar(bitPattern: 0xe9), 0]
        let file = open(name, O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
        // Some file systems have no such names.
        try #require(file >= 0 || errno == EILSEQ)
        guard file >= 0 else { return }
        close(file)
        let error = FileError("reading", folder.path("caf\u{fffd}"), .nameNotUTF8)
        #expect(throws: error) { try Folder.files(under: folder.path) }
        #expect(error.problem == "its name is not UTF-8")
        unlink(name)
    }

    @Test func refusesWhatIsNoFolder() {
        folder.write("x", to: "x")
        #expect(throws: FileError("reading", folder.path("x"), .system(ENOTDIR))) {
            try Folder.files(under: folder.path("x"))
        }
        #expect(throws: FileError("reading", folder.path("y"), .system(ENOENT))) {
            try Folder.files(under: folder.path("y"))
        }
    }

    @Test(.enabled(if: geteuid() != 0, "root reads everything"))
    func refusesAFolderThatCannotBeRead() {
        folder.write("", to: "below/x")
        chmod(folder.path("below"), 0)
        #expect(throws: FileError("reading", folder.path("below"), .system(EACCES))) {
            try Folder.files(under: folder.path)
        }
    }

    /// Deeper than one path may be long at a time would be another matter; this is deep for a person.
    @Test func goesDeep() throws {
        let path = (0..<200).map { "d\($0)" } + ["x"]
        folder.write("x", to: path.joined(separator: "/"))
        #expect(try Folder.files(under: folder.path).map(\.path) == [path])
    }
}
