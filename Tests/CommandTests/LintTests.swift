import Command
import Foundation
import Support
import Testing

@Suite struct LintTests {
    private struct Report: Decodable {
        struct Item: Decodable {
            let rule: String
            let severity: String
            let problem: String
            let explanation: String
        }

        let torrent: String
        let findings: [Item]

        static func all(_ outcome: FrameStage.Outcome) throws -> [Report] {
            try JSONDecoder().decode([Report].self, from: Data(outcome.out.utf8))
        }
    }

    private let clean = ["--tracker", "http://a.example/", "--web-seed", "https://b.example/{name}", "-q"]

    @Test(arguments: Fixture.all)
    func tellsAll(fixture: String) throws {
        let stage = try FrameStage(files: [fixture: Fixture.bytes(fixture)])
        let name = fixture.split(separator: ".")[0]
        let outcome = stage.run(["lint", fixture])
        #expect(outcome.err.isEmpty)
        try Golden.expect(outcome.out, "lint-\(name).txt")
        let hasErrors = outcome.out.contains("\(fixture): error: ")
        #expect(outcome.exit == (hasErrors ? 1 : 0))
    }

    @Test(arguments: ["v1", "hybrid"], ["x", "d"])
    func whatMakeMakesIsClean(kind: String, path: String) throws {
        let stage = try FrameStage(files: ["x": payload(40_000), "d/a": payload(40_000), "d/b": payload(5)])
        let seed = path == "d" ? "https://b.example/" : "https://b.example/{name}"
        let flags = ["--kind", kind, "--tracker", "http://a.example/", "--web-seed", seed, "-q", "-o", "t"]
        #expect(stage.run(["make", path] + flags).exit == 0)
        let outcome = stage.run(["lint", "--strict", "t"])
        #expect(outcome == .init(exit: 0, out: "t: nothing found\n", err: ""))
    }

    @Test func warningsAreErrorsWhenStrict() throws {
        let stage = try FrameStage(files: ["x": payload(5)])
        stage.run(["make", "x", "-q"])
        let usual = stage.run(["lint", "x.torrent"])
        #expect(usual.exit == 0 && usual.out.hasPrefix("x.torrent: warning: no-source: "))
        let strict = stage.run(["lint", "x.torrent", "--strict"])
        #expect(strict.exit == 1 && strict.out.hasPrefix("x.torrent: error: no-source: "))
        #expect(
            try Report.all(stage.run(["lint", "x.torrent", "--strict", "--json"])).first?.findings[0].severity
                == "error")
    }

    @Test func severalFilesAreAllLookedAt() throws {
        let stage = try FrameStage(files: [
            "bad": Array("d4:spam4:eggse".utf8), "none": Array("hello".utf8), "x": payload(5),
        ])
        stage.run(["make", "x"] + clean)
        let outcome = stage.run(["lint", "bad", "x.torrent", "none"])
        #expect(outcome.exit == 1 && outcome.err.isEmpty)
        let lines = outcome.out.split(separator: "\n").filter { !$0.hasPrefix("    ") }
        #expect(
            lines == [
                "bad: error: no-info: no \"info\" in it (at byte 0)", "x.torrent: nothing found",
                "none: error: not-bencoded: expected a value, found \"h\" (at byte 0)",
            ])
        let reports = try Report.all(stage.run(["lint", "bad", "x.torrent", "none", "--json"]))
        #expect(reports.map(\.torrent) == ["bad", "x.torrent", "none"])
        #expect(reports.map(\.findings.count) == [1, 0, 1])
        #expect(reports[0].findings[0].rule == "no-info" && !reports[0].findings[0].explanation.isEmpty)
    }

    @Test func theDataBesideItIsHeldAgainstIt() throws {
        let torrent = try Fixture.bytes("padded-hybrid.torrent")
        let finding = "t: error: padded-last-piece: piece 0 was hashed with zeros behind the file\n"
        let stage = try FrameStage(files: ["t": torrent, "padded.iso": SampleData.padded])
        let beside = stage.run(["lint", "t"])
        #expect(beside.exit == 1 && beside.out.contains(finding))
        // Elsewhere, only when that is said; and only from there.
        let other = try FrameStage(files: ["t": torrent, "data/y.iso": SampleData.padded])
        #expect(other.run(["lint", "t"]) == .init(exit: 0, out: "t: nothing found\n", err: ""))
        #expect(other.run(["lint", "t", "--data", "data/y.iso"]).out.contains(finding))
        let piped = try FrameStage(files: ["padded.iso": SampleData.padded], input: torrent)
        #expect(piped.run(["lint", "-"]).out == "standard input: nothing found\n")
        #expect(piped.run(["lint", "-", "--data", "padded.iso"]).exit == 1)
    }

    @Test func otherDataIsNotTaken() throws {
        var bytes = SampleData.padded
        bytes[19_999] ^= 1
        let torrent = try Fixture.bytes("padded-hybrid.torrent")
        let stage = try FrameStage(files: ["t": torrent, "padded.iso": bytes])
        let outcome = stage.run(["lint", "t"])
        #expect(outcome.exit == 0)
        #expect(outcome.out.hasPrefix("t: warning: different-data: its last piece is not the torrent's\n"))
        try stage.write(Array(bytes.dropLast()), to: "padded.iso")
        #expect(stage.run(["lint", "t"]).out == "t: nothing found\n")
    }

    @Test func allRulesExplainThemselves() throws {
        let stage = try FrameStage()
        let outcome = stage.run(["lint", "--rules"])
        #expect(outcome.exit == 0 && outcome.err.isEmpty)
        try Golden.expect(outcome.out, "lint-rules.txt")
        let names = outcome.out.split(separator: "\n").filter { !$0.hasPrefix(" ") }
        #expect(names.count > 40 && Set(names).count == names.count)
    }
}
