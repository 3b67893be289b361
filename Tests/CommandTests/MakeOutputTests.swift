import Command
import Foundation
import Testing

/// Where `make` writes, and what it never overwrites.
@Suite struct MakeOutputTests {
    @Test(
        arguments: [
            ("x", nil, "x.torrent"), ("./x", nil, "x.torrent"), ("below/../x", nil, "x.torrent"),
            ("x", "y.torrent", "y.torrent"), ("x", "y", "y"), ("x", "below", "below/x.torrent"),
            ("x", "below/", "below/x.torrent"), ("x", "below/y", "below/y"), ("x", ".", "x.torrent"),
            ("below", nil, "below.torrent"), ("below/", nil, "below.torrent"), ("below/.", nil, "below.torrent"),
            ("below//", nil, "below.torrent"), ("below/deep/..", nil, "below.torrent"),
            ("below/deep", "t", "t"), ("link", nil, "link.torrent"),
        ] as [(String, String?, String)])
    func oneIsWritten(path: String, output: String?, written: String) throws {
        let stage = try FrameStage(files: ["x": payload(5), "below/deep/z": payload(5)])
        try stage.link("link", to: "x")
        let before = stage.names
        let outcome = stage.run(["make", path, "-q"] + (output.map { ["--output", $0] } ?? []))
        #expect(outcome.exit == 0, "\(outcome.err)")
        #expect(Set(stage.names).subtracting(before) == [written])
        let told = try Told.shown(stage.run(["show", written, "--json"]))
        #expect(["x", "below", "deep", "link"].contains(told.name))
    }

    @Test func jsonSaysWhatWasWritten() throws {
        let stage = try FrameStage(files: ["x": payload(5), "below/z": payload(5)])
        let told = try Told.one(stage.run(["make", "x", "-o", "below", "--checksum", "--json"]))
        #expect(told.torrent == "{folder}/below/x.torrent")
        #expect(
            told.written == [
                "{folder}/x-CHECKSUM", "{folder}/below/x.torrent", "{folder}/below/x.torrent-CHECKSUM",
            ])
        let many = stage.run(["make", "x", "below", "--json", "--force"])
        try Golden.expect(many.out, "make-many.json")
    }

    @Test func standardOutput() throws {
        let stage = try FrameStage(files: ["x": payload(5)])
        let outcome = stage.run(["make", "x", "--output", "-", "-q"])
        #expect(outcome.exit == 0)
        #expect(outcome.out.hasPrefix("d10:created by"))
        #expect(outcome.err.hasPrefix("standard output\n  name      x\n"))
        #expect(outcome.err.contains("  magnet    magnet:?xt="))
        #expect(stage.names == ["x"])
        stage.run(["make", "x", "-o", "t", "-q"])
        #expect(stage.text("t") == outcome.out)
    }

    @Test func standardOutputWithChecksum() throws {
        let stage = try FrameStage(files: ["x": payload(5)])
        let outcome = stage.run(["make", "x", "--output", "-", "-q", "--checksum"])
        #expect(outcome.exit == 0 && outcome.out.hasPrefix("d10:created by"))
        #expect(stage.names == ["x", "x-CHECKSUM"])
    }

    @Test func anExistingTorrentIsKeptUnlessForced() throws {
        let stage = try FrameStage(files: ["x": payload(5), "x.torrent": [1, 2, 3]])
        let refused = stage.run(["make", "x"])
        let words = "freshet: writing x.torrent: it exists\n  try: --force to replace it\n"
        #expect(refused == .init(exit: 1, out: "", err: words))
        #expect(stage.bytes("x.torrent") == [1, 2, 3])
        #expect(stage.run(["make", "x", "--force", "-q"]).exit == 0)
        #expect(stage.bytes("x.torrent")?.first == UInt8(ascii: "d"))
        #expect(stage.names == ["x", "x.torrent"])
    }

    /// `--force` is for torrents, never for the data.
    @Test(arguments: ["x", "./x", "link", "below/../x"])
    func theDataIsNeverReplaced(output: String) throws {
        let stage = try FrameStage(files: ["x": payload(5), "below/z": []])
        try stage.link("link", to: "x")
        let outcome = stage.run(["make", "x", "--output", output, "--force"])
        #expect(outcome.exit == 2)
        #expect(
            outcome.err.hasPrefix("freshet: make: {folder}/\(output) is part of what x is made into a torrent of\n"))
        #expect(stage.bytes("x") == payload(5))
    }

    @Test func devicesTakeWhatTheyGet() throws {
        let stage = try FrameStage(files: ["x": payload(5)])
        #expect(stage.run(["make", "x", "--output", "/dev/null", "-q"]).exit == 0)
        let full = stage.run(["make", "x", "--output", "/dev/full", "-q"])
        #expect(full.exit == 1)
        #expect(full.err.hasPrefix("freshet: writing /dev/full: no space left on device\n"))
    }

    @Test func aLinkIsFollowed() throws {
        let stage = try FrameStage(files: ["x": payload(5), "below/t": [1]])
        try stage.link("x.torrent", to: "below/t")
        #expect(stage.run(["make", "x", "--force", "-q"]).exit == 0)
        #expect(stage.bytes("below/t")?.first == UInt8(ascii: "d"))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: stage.path("x.torrent")) == "below/t")
    }

    /// Under whatever spelling: one of them would be lost.
    @Test(arguments: [["x", "x"], ["x", "./x"], ["x", "below/x", "-o", "out/"], ["below", "below/"]])
    func twoOfOneNameAreRefused(arguments: [String]) throws {
        let stage = try FrameStage(files: ["x": payload(5), "below/x": payload(6), "out/z": []])
        let before = stage.names
        let outcome = stage.run(["make", "-q", "--force"] + arguments)
        #expect(outcome.exit == 2)
        #expect(outcome.err.hasPrefix("freshet: make: two files would be written to "))
        #expect(stage.names == before)
    }

    @Test(arguments: ["\u{301}accent", "-dash", " space", "new\nline", "back\\slash", "*", "日本.iso", "a\r\nb", "%41"])
    func anyNameWillDo(name: String) throws {
        let stage = try FrameStage(files: [name: payload(5)])
        let outcome = stage.run(["make", "-q", "--web-seed", "http://a.example/{name}", "--", name])
        #expect(outcome.exit == 0, "\(outcome.err)")
        #expect(stage.names.map { Array($0.utf8) } == [name, name + ".torrent"].map { Array($0.utf8) })
        let told = try Told.shown(stage.run(["show", "--json", "--", name + ".torrent"]))
        #expect(Array(told.name.utf8) == Array(name.utf8))
        #expect(stage.run(["check", "-q", "--", name + ".torrent"]).exit == 0)
    }
}
