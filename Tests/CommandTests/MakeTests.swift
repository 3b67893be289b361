import Command
import Testing

/// What `make` makes.
@Suite struct MakeTests {
    @Test func aFileGetsItsTorrentBesideIt() throws {
        let stage = try FrameStage(files: ["below/x.iso": payload(100_000)])
        let outcome = stage.run(["make", "below/x.iso"])
        #expect(outcome.exit == 0)
        #expect(outcome.err.hasSuffix("making a torrent of below/x.iso: 100 % of 97.7 KiB\n"))
        try Golden.expect(outcome.out, "make-file.txt")
        #expect(stage.names == ["below/x.iso", "below/x.iso.torrent"])
        let text = try #require(stage.text("below/x.iso.torrent"))
        let maker = "freshet \(Program.freshet.version)"
        #expect(text.hasPrefix("d10:created by\(maker.count):\(maker)4:infod6:lengthi100000e4:name5:x.iso"))
    }

    @Test func aFolderGetsOneOfAllItsFiles() throws {
        let stage = try FrameStage(files: [
            "d/a/x": payload(40_000), "d/a-b/y": payload(10), "d/a.txt": [], "d/.hidden": payload(3),
        ])
        let outcome = stage.run(["make", "d/", "--quiet", "--kind", "hybrid"])
        #expect(outcome.exit == 0 && outcome.err.isEmpty)
        try Golden.expect(outcome.out, "make-folder.txt")
        let told = try Told.shown(stage.run(["show", "--json", "d.torrent"]))
        #expect(told.name == "d" && told.size == 40_013)
        // By raw bytes, component by component.
        #expect(told.files.map(\.path) == [".hidden", "a/x", "a-b/y", "a.txt"])
        #expect(told.files.map(\.size) == [3, 40_000, 10, 0])
    }

    @Test func severalFilesAreOneJobWithOneProgress() throws {
        let stage = try FrameStage(files: ["a": payload(5), "b": payload(10), "c/x": payload(5)])
        let outcome = stage.run(["make", "b", "a", "c"])
        #expect(outcome.exit == 0)
        let words = "making 3 torrents:"
        #expect(
            outcome.err == "\(words) 50 % of 20 bytes\n\(words) 70 % of 20 bytes\n\(words) 100 % of 20 bytes\n")
        let headings = outcome.out.split(separator: "\n").filter { !$0.hasPrefix(" ") }
        #expect(headings == ["b.torrent", "a.torrent", "c.torrent"])
        #expect(stage.names == ["a", "a.torrent", "b", "b.torrent", "c.torrent", "c/x"])
    }

    @Test func whatWasMadeBeforeAFailureStays() throws {
        let wrong = String(repeating: "0", count: 64)
        let stage = try FrameStage(files: ["a": payload(5), "b": payload(5), "b-CHECKSUM": Array("\(wrong)  b".utf8)])
        let outcome = stage.run(["make", "a", "b", "--checksum", "-q"])
        #expect(outcome.exit == 1)
        #expect(outcome.out.hasPrefix("a.torrent\n"))
        #expect(outcome.err.hasPrefix("freshet: writing b-CHECKSUM: it says \(wrong), but b has "))
        #expect(stage.names == ["a", "a-CHECKSUM", "a.torrent", "a.torrent-CHECKSUM", "b", "b-CHECKSUM"])
    }

    /// All that can be refused is refused before the first byte is read.
    @Test(arguments: [
        ["gone"], ["empty"], ["b"], ["c"], ["--output", "none/y"], ["--output", "a"], ["--output", "b/y"],
    ])
    func aFailureThatCanBeForeseenComesFirst(more: [String]) throws {
        let stage = try FrameStage(files: [
            "a": payload(5), "empty": [], "b": payload(5), "b.torrent": [], "c": payload(5), "c-CHECKSUM": [],
        ])
        let before = stage.names
        for flags in [["--checksum"], ["--checksum", "--dry-run"]] {
            let outcome = stage.run(["make", "a"] + flags + more)
            #expect(outcome.exit != 0 && outcome.out.isEmpty)
            #expect(!outcome.err.contains("%"))
            #expect(stage.names == before)
        }
    }

    @Test func aDryRunWritesNothing() throws {
        let stage = try FrameStage(files: ["x": payload(5)])
        let outcome = stage.run(["make", "x", "--checksum", "--dry-run", "--quiet"])
        #expect(outcome.exit == 0)
        #expect(outcome.out.hasPrefix("x.torrent\n  name      x\n"))
        #expect(outcome.out.contains("\n  sha256    "))
        #expect(outcome.err == "nothing was written\n")
        #expect(stage.names == ["x"])
        let json = try Told.one(stage.run(["make", "x", "--checksum", "--dry-run", "--json"]))
        #expect(json.written == [])
    }

    @Test func aDryRunSeesADisagreement() throws {
        let wrong = String(repeating: "0", count: 64) + "  x\n"
        let stage = try FrameStage(files: ["x": payload(5), "x-CHECKSUM": Array(wrong.utf8)])
        let outcome = stage.run(["make", "x", "--checksum", "--dry-run", "-q"])
        #expect(outcome.exit == 1)
        #expect(outcome.err.hasPrefix("freshet: writing x-CHECKSUM: it says 000000"))
    }

    @Test(arguments: ["v1", "hybrid", "v2"])
    func everyKind(kind: String) throws {
        let stage = try FrameStage(files: ["x": payload(50_000)])
        let told = try Told.one(stage.run(["make", "x", "--kind", kind, "--json"]))
        #expect(told.kind == kind)
        #expect((told.infohashV1 != nil) == (kind != "v2"))
        #expect((told.infohashV2 != nil) == (kind != "v1"))
        #expect(told.pieceCount == 4 && told.pieceSize == 16384)
        #expect(told.files.map(\.path) == ["x"])
        #expect((told.files[0].piecesRoot != nil) == (kind != "v1"))
        #expect(stage.run(["check", "x.torrent", "-q"]).exit == 0)
    }

    @Test func v1IsTheDefault() throws {
        let stage = try FrameStage(files: ["x": payload(5)])
        #expect(try Told.one(stage.run(["make", "x", "--json"])).kind == "v1")
    }

    @Test func aNameStandsWhereItIsAskedFor() throws {
        let stage = try FrameStage(files: ["x y.iso": payload(5)])
        let flags = ["--web-seed", "https://a.example/{name}?f={name}", "--comment", "this is {name}"]
        let own = try Told.one(stage.run(["make", "x y.iso", "--json", "--force"] + flags))
        #expect(own.name == "x y.iso" && own.comment == "this is x y.iso")
        #expect(own.webSeeds == ["https://a.example/x%20y.iso?f=x%20y.iso"])
        let other = try Told.one(stage.run(["make", "x y.iso", "--json", "--force", "--name", "ü.iso"] + flags))
        #expect(other.name == "ü.iso" && other.comment == "this is ü.iso")
        #expect(other.webSeeds == ["https://a.example/%C3%BC.iso?f=%C3%BC.iso"])
        #expect(other.infohashV1 != own.infohashV1)
        // The torrent is called after the file, whatever the download is called.
        #expect(stage.names == ["x y.iso", "x y.iso.torrent"])
    }

    @Test func webSeedsOfFilesAndFolders() throws {
        let stage = try FrameStage(files: ["x": payload(5), "d/x": payload(5)])
        let flags = ["--web-seed", "https://a.example", "--web-seed", "https://b.example/p/", "--json"]
        #expect(
            try Told.one(stage.run(["make", "x"] + flags)).webSeeds == ["https://a.example/x", "https://b.example/p/x"])
        #expect(
            try Told.one(stage.run(["make", "d"] + flags)).webSeeds == ["https://a.example/", "https://b.example/p/"])
    }

    @Test(arguments: [
        ("16KiB", 16384), ("16k", 16384), ("16384", 16384), ("16 KiB", 16384), ("32768b", 32768), ("1MiB", 1 << 20),
        ("1m", 1 << 20), ("0.5MiB", nil), ("128M", 128 << 20), ("auto", 16384),
    ])
    func pieceSizesAsPeopleWriteThem(written: String, size: Int?) throws {
        let stage = try FrameStage(files: ["x": payload(70_000)])
        let outcome = stage.run(["make", "x", "--piece-size", written, "--json"])
        guard let size else { return #expect(outcome.exit == 2) }
        let told = try Told.one(outcome)
        #expect(told.pieceSize == size && told.pieceCount == (70_000 + size - 1) / size)
    }

    @Test func privateAndSourceChangeTheTorrent() throws {
        let stage = try FrameStage(files: ["x": payload(5)])
        func told(_ flags: String...) throws -> Told {
            try Told.one(stage.run(["make", "x", "--json", "--force"] + flags))
        }
        let plain = try told()
        #expect(!plain.isPrivate && plain.source == nil)
        #expect(stage.text("x.torrent")?.contains("private") == false)
        let closed = try told("--private")
        #expect(closed.isPrivate && closed.infohashV1 != plain.infohashV1)
        #expect(stage.text("x.torrent")?.contains("7:privatei1e") == true)
        let sourced = try told("--source", "HERE")
        #expect(sourced.source == "HERE" && sourced.infohashV1 != plain.infohashV1)
        // What stands beside `info` does not.
        let commented = try told("--comment", "c", "--date", "@1", "--tracker", "http://a.example/")
        #expect(commented.infohashV1 == plain.infohashV1)
        #expect(try told("--comment", "", "--source", "").comment == nil)
    }
}
