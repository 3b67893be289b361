import Support
import Testing

/// Both CHECKSUM files are accepted by `sha256sum -c`, and what differs is not.
@Suite struct Sha256sumTests {
    private let folder = TemporaryFolder()

    private func check(_ list: String) throws -> Tool.Outcome {
        try Tool.run(
            Tool.required("sha256sum", package: "coreutils"), ["--strict", "--check", "--", list], in: folder.path)
    }

    @Test(arguments: [
        "x.iso", "with space", "back\\slash", "new\nline", "return\rcarriage", "both\r\nof\\them", "-dash", "*star",
        " lead", "trail ", "日本.iso", "\u{301}accent", "\\\u{301}\n", "line\u{2028}separator", "n\\n", "#hash", "a) = b",
    ])
    func ofAFile(name: String) throws {
        folder.write("content of \(name)", to: name)
        try Freshet.done(["make", "--checksum", "-q", "--", name], in: folder)
        for list in [name + "-CHECKSUM", name + ".torrent-CHECKSUM"] {
            let outcome = try check(list)
            #expect(outcome.exit == 0, "\(outcome.errors)")
        }
        // What was written once is read again: it agrees.
        try Freshet.done(["make", "--checksum", "-q", "--force", "--", name], in: folder)
        folder.write("other content", to: name)
        #expect(try check(name + "-CHECKSUM").exit == 1)
    }

    @Test func ofAFolder() throws {
        for path in ["d/a/x", "d/b/x", "d/empty", "d/new\nline/back\\slash", "d/plain"] { folder.write(path, to: path) }
        folder.write("", to: "d/empty")
        try Freshet.done(["make", "d", "--checksum", "-q", "--kind", "hybrid", "--jobs", "3"], in: folder)
        let outcome = try check("d-CHECKSUM")
        #expect(outcome.exit == 0 && outcome.text.split(separator: "\n").count == 5, "\(outcome.errors)")
        #expect(try check("d.torrent-CHECKSUM").exit == 0)
    }

    /// And the other way round: what sha256sum wrote before is kept.
    @Test(arguments: [[], ["--tag"], ["--binary"]])
    func whatItWroteItselfIsKept(flags: [String]) throws {
        let names = ["x.iso", "new\nline", "back\\slash"]
        for name in names {
            folder.write(name, to: name)
            let written = try Tool.run(
                Tool.required("sha256sum", package: "coreutils"), flags + ["--", name], in: folder.path)
            folder.write(written.output, to: name + "-CHECKSUM")
            try Freshet.done(["make", "--checksum", "-q", "--", name], in: folder)
            #expect(folder.read(name + "-CHECKSUM") == written.output)
        }
    }
}
