import Command
import Foundation
import Testing

/// CHECKSUM files: written once, kept where they agree, never contradicted.
@Suite struct MakeChecksumTests {
    /// The SHA-256 of "abc", from FIPS 180-2.
    private let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    private func stage(_ checksum: String?, name: String = "x.iso") throws -> FrameStage {
        var files = [name: Array("abc".utf8)]
        if let checksum { files[name + "-CHECKSUM"] = Array(checksum.utf8) }
        return try FrameStage(files: files)
    }

    @Test func bothAreWritten() throws {
        let stage = try stage(nil)
        let told = try Told.one(stage.run(["make", "x.iso", "--checksum", "--json"]))
        #expect(stage.text("x.iso-CHECKSUM") == "\(digest)  x.iso\n")
        let own = try #require(told.torrentSha256)
        #expect(stage.text("x.iso.torrent-CHECKSUM") == "\(own)  x.iso.torrent\n")
        #expect(told.checksums == [.init(file: "x.iso", sha256: digest)])
    }

    /// What original builds write, in the forms in which they write it.
    @Test(arguments: [
        "DIGEST  x.iso\n", "DIGEST *x.iso\n", "DIGEST  x.iso", "DIGEST  x.iso\r\n", "SHA256 (x.iso) = DIGEST\n",
        "# a comment\n\nDIGEST  other.iso\nDIGEST  x.iso\n", "DIGEST  ./x.iso\n", "DIGEST  /out/images/x.iso\n",
        "SHA256 (out/x.iso) = DIGEST\n",
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nDIGEST *x.iso\n-----END\n",
    ])
    func whatAgreesIsKept(form: String) throws {
        for written in [digest, digest.uppercased()] {
            let text = form.replacing("DIGEST", with: written)
            let stage = try stage(text)
            let told = try Told.one(stage.run(["make", "x.iso", "--checksum", "--json"]))
            #expect(stage.text("x.iso-CHECKSUM") == text)
            #expect(told.written == ["{folder}/x.iso.torrent", "{folder}/x.iso.torrent-CHECKSUM"])
        }
    }

    @Test(arguments: ["DIGEST  x.iso\n", "DIGEST *out/x.iso\n", "SHA256 (x.iso) = DIGEST\n"], [[], ["--force"]])
    func whatDisagreesIsAnErrorWithBothValues(form: String, flags: [String]) throws {
        let wrong = "0" + digest.dropFirst()
        let stage = try stage(form.replacing("DIGEST", with: wrong))
        let outcome = stage.run(["make", "x.iso", "--checksum", "-q"] + flags)
        let says = "freshet: writing x.iso-CHECKSUM: it says \(wrong), but x.iso has \(digest)\n"
        let tries = "  try: find out which is right; if the data is, remove x.iso-CHECKSUM\n"
        #expect(outcome == .init(exit: 1, out: "", err: says + tries))
        #expect(stage.names == ["x.iso", "x.iso-CHECKSUM"])
        #expect(stage.text("x.iso-CHECKSUM") == form.replacing("DIGEST", with: wrong))
    }

    @Test(arguments: [
        "DIGEST  y.iso\n", "nothing\n", "", "SHORT  x.iso\n", "DIGEST x.iso\n", "SHA512 (x.iso) = DIGEST\n",
    ])
    func oneWithoutOurNameIsNotOverwritten(form: String) throws {
        let text = form.replacing("DIGEST", with: digest).replacing("SHORT", with: digest.dropLast())
        let stage = try stage(text)
        let outcome = stage.run(["make", "x.iso", "--checksum", "-q", "--force"])
        let says = "freshet: writing x.iso-CHECKSUM: it exists and has no SHA-256 of x.iso\n"
        #expect(outcome == .init(exit: 1, out: "", err: says + "  try: remove it, and it is written anew\n"))
        #expect(stage.text("x.iso-CHECKSUM") == text)
        #expect(stage.names == ["x.iso", "x.iso-CHECKSUM"])
    }

    /// Twice over the same names: what was written the first time has to be read the second time.
    @Test(arguments: [
        ("back\\slash", "\\DIGEST  back\\\\slash\n"), ("new\nline", "\\DIGEST  new\\nline\n"),
        ("return\r", "\\DIGEST  return\\r\n"), ("both\r\n", "\\DIGEST  both\\r\\n\n"), ("*star", "DIGEST  *star\n"),
        (" space ", "DIGEST   space \n"), ("line\u{2028}sep", "DIGEST  line\u{2028}sep\n"),
        ("\u{301}accent", "DIGEST  \u{301}accent\n"), ("\\\u{301}\n", "\\DIGEST  \\\\\u{301}\\n\n"),
        ("next\u{85}feed\u{c}", "DIGEST  next\u{85}feed\u{c}\n"), ("a) = b", "DIGEST  a) = b\n"),
        ("n\\n", "\\DIGEST  n\\\\n\n"),
    ])
    func namesAreEscapedAsSha256sumDoes(name: String, line: String) throws {
        let stage = try stage(nil, name: name)
        let first = stage.run(["make", "--checksum", "-q", "--", name])
        #expect(first.exit == 0, "\(first.err)")
        #expect(stage.text(name + "-CHECKSUM") == line.replacing("DIGEST", with: digest))
        let second = stage.run(["make", "--checksum", "-q", "--force", "--", name])
        #expect(second.exit == 0, "\(second.err)")
        #expect(stage.text(name + "-CHECKSUM") == line.replacing("DIGEST", with: digest))
    }

    @Test func aFolderHasALineForEachFile() throws {
        let stage = try FrameStage(files: ["d/a/x": Array("abc".utf8), "d/b/x": payload(40_000), "d/empty": []])
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        #expect(stage.run(["make", "d", "--checksum", "-q"]).exit == 0)
        let lines = try #require(stage.text("d-CHECKSUM")).split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[0] == "\(digest)  d/a/x" && lines[1].hasSuffix("  d/b/x") && lines[2] == "\(empty)  d/empty")
        // Files of one name in two folders are two files.
        let again = stage.run(["make", "d", "--checksum", "-q", "--force"])
        #expect(again.exit == 0, "\(again.err)")
        try stage.write(payload(40_000, seed: 9), to: "d/b/x")
        let changed = stage.run(["make", "d", "--checksum", "-q", "--force"])
        #expect(changed.exit == 1)
        #expect(changed.err.contains("but d/b/x has "))
    }

    @Test func theTorrentsOwnIsReplacedWithIt() throws {
        let stage = try stage(nil)
        #expect(stage.run(["make", "x.iso", "--checksum", "-q"]).exit == 0)
        let first = stage.text("x.iso.torrent-CHECKSUM")
        #expect(stage.run(["make", "x.iso", "--checksum", "-q", "--force", "--comment", "c"]).exit == 0)
        #expect(stage.text("x.iso.torrent-CHECKSUM") != first)
        // Left behind by a torrent that is gone, it is not overwritten without being asked to.
        try stage.remove("x.iso.torrent")
        let refused = stage.run(["make", "x.iso", "--checksum", "-q"])
        #expect(refused.exit == 1)
        #expect(refused.err.hasPrefix("freshet: writing x.iso.torrent-CHECKSUM: it says "))
        #expect(stage.names == ["x.iso", "x.iso-CHECKSUM", "x.iso.torrent-CHECKSUM"])
        // One that agrees is no obstacle.
        #expect(stage.run(["make", "x.iso", "--checksum", "-q", "--comment", "c"]).exit == 0)
    }

    @Test func itStandsBesideTheDataWhereverTheTorrentGoes() throws {
        let stage = try FrameStage(files: ["images/x.iso": Array("abc".utf8), "torrents/z": []])
        #expect(stage.run(["make", "images/x.iso", "--output", "torrents/", "--checksum", "-q"]).exit == 0)
        #expect(
            stage.names == [
                "images/x.iso", "images/x.iso-CHECKSUM", "torrents/x.iso.torrent", "torrents/x.iso.torrent-CHECKSUM",
                "torrents/z",
            ])
    }
}
