import Command
import Foundation
import Support
import Testing

@Suite struct ShowTests {
    /// What other programs made, and what means ill.
    @Test(arguments: Fixture.all)
    func tellsAll(fixture: String) throws {
        let stage = try FrameStage(files: [fixture: Fixture.bytes(fixture)])
        let name = fixture.split(separator: ".")[0]
        let shown = stage.run(["show", fixture])
        #expect(shown.exit == 0 && shown.err.isEmpty)
        try Golden.expect(shown.out, "show-\(name).txt")
        let json = stage.run(["show", "--json", fixture])
        #expect(json.exit == 0 && json.err.isEmpty)
        try Golden.expect(json.out, "show-\(name).json")
    }

    @Test func readsStandardInput() throws {
        let bytes = try Fixture.bytes("hybrid.torrent")
        let stage = try FrameStage(files: ["hybrid.torrent": bytes], input: bytes)
        #expect(stage.run(["show", "-"]) == stage.run(["show", "hybrid.torrent"]))
        #expect(stage.run(["show", "-", "--json"]) == stage.run(["show", "hybrid.torrent", "--json"]))
    }

    /// Names, comments and the rest reach the terminal as text, never as orders to it.
    @Test(arguments: [[], ["--json"]])
    func nothingDrivesTheTerminal(flags: [String]) throws {
        let stage = try FrameStage(files: ["hostile.torrent": Fixture.bytes("hostile.torrent")])
        for verb in ["show", "lint", "magnet"] where verb != "magnet" || flags.isEmpty {
            let outcome = stage.run([verb, "hostile.torrent"] + flags)
            for scalar in (outcome.out + outcome.err).unicodeScalars where scalar != "\n" {
                #expect(scalar.value >= 0x20 && !(0x7f..<0xa0).contains(scalar.value) && scalar.value != 0x202e)
            }
        }
        // JSON stays JSON, and says what is there.
        if !flags.isEmpty {
            let told = try Told.shown(stage.run(["show", "hostile.torrent", "--json"]))
            #expect(told.name == "name\u{1b}[2J\u{1b}]0;owned\u{7}")
            #expect(told.files.map(\.path).last == "two\nlines\r/\u{9b}m")
        }
    }

    @Test func tellsWhatMakeWasTold() throws {
        let stage = try FrameStage(files: ["x.iso": payload(100_000)])
        let made = stage.run([
            "make", "x.iso", "-q", "--kind", "hybrid", "--tracker", "udp://a.example:1/", "--tier",
            "http://b.example/,http://c.example/", "--web-seed", "https://d.example/{name}", "--comment", "Line 1\nü",
            "--private", "--source", "here", "--date", "2026-11-21T03:36:58Z", "--piece-size", "64KiB",
        ])
        #expect(made.exit == 0)
        try Golden.expect(stage.run(["show", "x.iso.torrent"]).out, "show-made.txt")
        try Golden.expect(stage.run(["show", "x.iso.torrent", "--json"]).out, "show-made.json")
    }
}
