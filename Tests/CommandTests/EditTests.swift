import Command
import Support
import Testing

@Suite struct EditTests {
    private let stage: FrameStage

    init() throws {
        stage = try FrameStage(files: ["x": payload(50_000)])
        let made = stage.run([
            "make", "x", "-q", "-o", "t", "--kind", "hybrid", "--tracker", "http://a.example/", "--tier",
            "http://b.example/,http://c.example/", "--web-seed", "https://d.example/{name}", "--comment", "first",
            "--date", "@1700000000",
        ])
        try #require(made.exit == 0)
    }

    private func edited(_ flags: [String]) throws -> Told {
        let before = try Told.shown(stage.run(["show", "t", "--json"]))
        let outcome = stage.run(["edit", "t", "--output", "new", "--force"] + flags)
        #expect(outcome.exit == 0, "\(outcome.err)")
        let after = try Told.shown(stage.run(["show", "new", "--json"]))
        #expect(after.infohashV1 == before.infohashV1 && after.infohashV2 == before.infohashV2)
        return after
    }

    @Test(
        arguments: [
            (["--tracker", "http://n.example/"], [["http://n.example/"]]),
            (["--tier", "http://n.example/,http://o.example/"], [["http://n.example/", "http://o.example/"]]),
            (
                ["--add-tracker", "http://n.example/"],
                [["http://a.example/"], ["http://b.example/", "http://c.example/"], ["http://n.example/"]]
            ),
            (
                ["--add-tracker", "http://b.example/"],
                [["http://a.example/"], ["http://b.example/", "http://c.example/"]]
            ),
            (["--remove-tracker", "http://b.example/"], [["http://a.example/"], ["http://c.example/"]]),
            (["--remove-tracker", "http://a.example/"], [["http://b.example/", "http://c.example/"]]),
            (
                ["--remove-tracker", "http://a.example/", "--add-tracker", "http://n.example/"],
                [["http://b.example/", "http://c.example/"], ["http://n.example/"]]
            ),
            (
                [
                    "--remove-tracker=http://a.example/", "--remove-tracker=http://b.example/",
                    "--remove-tracker=http://c.example/",
                ], []
            ),
            (["--comment", "x"], [["http://a.example/"], ["http://b.example/", "http://c.example/"]]),
        ] as [([String], [[String]])])
    func trackers(flags: [String], trackers: [[String]]) throws {
        #expect(try edited(flags).trackers == trackers)
        let text = try #require(stage.text("new"))
        if let first = trackers.first?.first {
            #expect(text.contains("8:announce\(first.utf8.count):\(first)"))
        } else {
            #expect(!text.contains("announce"))
        }
    }

    @Test func aFileOfTrackersReplacesThem() throws {
        try stage.write("http://n.example/\n\nhttp://o.example/\n", to: "list")
        #expect(try edited(["--trackers", "list"]).trackers == [["http://n.example/"], ["http://o.example/"]])
    }

    @Test(
        arguments: [
            (["--web-seed", "https://n.example/{name}"], ["https://n.example/x"]),
            (["--add-web-seed", "https://n.example/"], ["https://d.example/x", "https://n.example/x"]),
            (["--add-web-seed", "https://d.example/x"], ["https://d.example/x"]),
            (["--remove-web-seed", "https://d.example/x"], []),
            (["--remove-web-seed", "https://d.example/{name}"], []),
            (
                ["--remove-web-seed", "https://d.example/x", "--add-web-seed", "https://n.example/{name}"],
                ["https://n.example/x"]
            ),
            (["--date", "none"], ["https://d.example/x"]),
        ] as [([String], [String])])
    func webSeeds(flags: [String], seeds: [String]) throws {
        #expect(try edited(flags).webSeeds == seeds)
    }

    @Test func commentAndDate() throws {
        #expect(try edited(["--comment", "new of {name}"]).comment == "new of x")
        #expect(try edited(["--comment", ""]).comment == nil)
        #expect(stage.text("new")?.contains("comment") == false)
        #expect(try edited(["--date", "2026-11-21"]).creationDate == 1_795_219_200)
        #expect(try edited(["--date", "none"]).creationDate == nil)
        // What is not named stays.
        let dated = try edited(["--date", "@1"])
        #expect(dated.comment == "first" && dated.webSeeds == ["https://d.example/x"] && dated.trackers.count == 2)
    }

    @Test func inPlaceNothingElseChanges() throws {
        let before = try #require(stage.bytes("t"))
        let outcome = stage.run(["edit", "t", "--comment", "another"])
        #expect(outcome.exit == 0 && outcome.err.isEmpty)
        try Golden.expect(outcome.out, "edit.txt")
        #expect(stage.names == ["t", "x"])
        #expect(stage.run(["edit", "t", "--comment", "first"]).exit == 0)
        #expect(stage.bytes("t") == before)
    }

    @Test(arguments: ["t", "./t", "below/../t"])
    func outputToItselfIsInPlace(written: String) throws {
        if written.hasPrefix("below") { try stage.makeFolder("below") }
        #expect(stage.run(["edit", "t", "--comment", "c", "--output", written]).exit == 0)
        #expect(try Told.shown(stage.run(["show", "t", "--json"])).comment == "c")
    }

    @Test func fromInputToOutput() throws {
        let bytes = try #require(stage.bytes("t"))
        let piped = try FrameStage(input: bytes)
        let outcome = piped.run(["edit", "-", "--comment", "piped"])
        #expect(outcome.exit == 0 && outcome.err.isEmpty)
        #expect(outcome.out.contains("7:comment5:piped"))
        #expect(piped.names.isEmpty)
        #expect(piped.run(["edit", "-", "--comment", "piped", "--output", "t"]).exit == 0)
        #expect(stage.run(["edit", "t", "--comment", "piped"]).exit == 0)
        #expect(piped.bytes("t") == stage.bytes("t"))
    }

    @Test func fromFileToStandardOutput() throws {
        let before = stage.bytes("t")
        let outcome = stage.run(["edit", "t", "--date", "none", "--output", "-"])
        #expect(outcome.exit == 0 && outcome.err.isEmpty)
        #expect(!outcome.out.contains("creation date") && outcome.out.contains("7:comment5:first"))
        #expect(stage.bytes("t") == before)
    }

    @Test func anExistingOutputIsKept() throws {
        try stage.write("mine", to: "new")
        let refused = stage.run(["edit", "t", "--comment", "c", "--output", "new"])
        #expect(
            refused == .init(exit: 1, out: "", err: "freshet: writing new: it exists\n  try: --force to replace it\n"))
        #expect(stage.text("new") == "mine")
        #expect(stage.run(["edit", "t", "--comment", "c", "--output", "new", "-f"]).exit == 0)
        #expect(stage.text("new")?.contains("7:comment1:c") == true)
    }

    /// A CHECKSUM that was right stays right; one that was not is left to whoever wrote it.
    @Test func theChecksumGoesAlong() throws {
        let stage = try FrameStage(files: ["x": payload(5)])
        #expect(stage.run(["make", "x", "--checksum", "-q"]).exit == 0)
        let before = stage.text("x.torrent-CHECKSUM")
        #expect(stage.run(["edit", "x.torrent", "--comment", "c"]).exit == 0)
        let after = try #require(stage.text("x.torrent-CHECKSUM"))
        #expect(after != before && after.hasSuffix("  x.torrent\n"))
        // What `make` makes has the same digest.
        let again = try Told.one(stage.run(["make", "x", "--comment", "c", "--checksum", "--force", "--json"]))
        #expect(after.hasPrefix(again.torrentSha256 ?? "none"))
        try stage.write("somebody's own\n", to: "x.torrent-CHECKSUM")
        let outcome = stage.run(["edit", "x.torrent", "--comment", "d"])
        #expect(outcome.exit == 0)
        #expect(outcome.err == "x.torrent-CHECKSUM stays as it is, and may not be this torrent's any more\n")
        #expect(stage.text("x.torrent-CHECKSUM") == "somebody's own\n")
    }

    @Test func aFolderAsOutput() throws {
        try stage.makeFolder("below")
        #expect(stage.run(["edit", "t", "--comment", "c", "--output", "below"]).exit == 0)
        #expect(try Told.shown(stage.run(["show", "below/t", "--json"])).comment == "c")
        #expect(try Told.shown(stage.run(["show", "t", "--json"])).comment == "first")
    }

    /// Whoever made it, and whatever is odd about it.
    @Test(arguments: Fixture.all)
    func infohashesSurvive(fixture: String) throws {
        let stage = try FrameStage(files: ["t": Fixture.bytes(fixture)])
        let before = try Told.shown(stage.run(["show", "t", "--json"]))
        let changes = [
            ["--comment", "c"], ["--date", "none"], ["--tracker", "http://n.example/"],
            ["--web-seed", "https://n.example/{name}"], ["--comment", ""],
        ]
        for flags in changes {
            let outcome = stage.run(["edit", "t"] + flags)
            #expect(outcome.exit == 0, "\(outcome.err)")
            let after = try Told.shown(stage.run(["show", "t", "--json"]))
            #expect(after.infohashV1 == before.infohashV1 && after.infohashV2 == before.infohashV2)
            #expect(after.files == before.files)
        }
    }

    /// Keys that nobody here knows are kept, in their order.
    @Test func unknownKeysStay() throws {
        let raw = try #require(stage.bytes("t"))
        let strange = Array("d3:aaai7e".utf8) + raw.dropFirst().dropLast() + Array("4:zzzzl1:xee".utf8)
        try stage.write(strange, to: "strange")
        #expect(stage.run(["edit", "strange", "--comment", "c"]).exit == 0)
        let edited = try #require(stage.bytes("strange"))
        #expect(edited.starts(with: Array("d3:aaai7e8:announce".utf8)))
        #expect(edited.suffix(12).elementsEqual("4:zzzzl1:xee".utf8))
    }
}
