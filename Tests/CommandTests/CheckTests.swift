import Command
import Foundation
import Support
import Testing

@Suite struct CheckTests {
    private func stage(_ kind: String, flags: [String] = []) throws -> FrameStage {
        let stage = try FrameStage(files: ["x": payload(100_000)])
        let made = stage.run(["make", "x", "-q", "--kind", kind, "-o", "t", "--piece-size", "32KiB"] + flags)
        try #require(made.exit == 0)
        return stage
    }

    @Test(arguments: ["v1", "hybrid", "v2"])
    func whatIsRight(kind: String) throws {
        let stage = try stage(kind)
        let outcome = stage.run(["check", "t"])
        #expect(outcome.exit == 0)
        #expect(outcome.out == "x: all 4 pieces are right\n")
        #expect(outcome.err.hasSuffix("checking x: 100 % of 97.7 KiB\n"))
        #expect(stage.run(["check", "t", "--quiet"]).err.isEmpty)
        for environment in ["off", "auto"] {
            let other = try FrameStage(environment: ["FRESHET_LANES": environment])
            #expect(other.run(["check", "-q", "--jobs", "1", stage.path("t"), stage.path("x")]).exit == 0)
        }
    }

    /// A name alone proves nothing: README.md lies everywhere.
    @Test func aStrangerOfTheFirstFilesName() throws {
        let stage = try FrameStage(files: ["d/a": payload(5), "d/b": payload(70_000), "a": payload(6)])
        #expect(stage.run(["make", "d", "-q"]).exit == 0)
        for data in [[], ["."], ["d"]] {
            #expect(stage.run(["check", "-q", "d.torrent"] + data).out == "d: all 5 pieces are right\n")
        }
    }

    @Test func oneSinglePiece() throws {
        let stage = try FrameStage(files: ["x": payload(5)])
        stage.run(["make", "x", "-q"])
        #expect(stage.run(["check", "x.torrent", "-q"]).out == "x: its piece is right\n")
    }

    /// A byte at every kind of place: the ends of the file, of pieces and of leaves.
    @Test(arguments: ["v1", "hybrid", "v2"], [0, 16383, 16384, 32767, 32768, 50_000, 98_303, 98_304, 99_999])
    func aFlippedByteIsFound(kind: String, at offset: Int) throws {
        let stage = try stage(kind)
        var bytes = payload(100_000)
        bytes[offset] ^= 1
        try stage.write(bytes, to: "x")
        let outcome = stage.run(["check", "t", "-q"])
        let piece = offset / 32768
        let end = min((piece + 1) * 32768, 100_000) - 1
        let says = "x: 1 of 4 pieces bad: \(piece)\n  x: bytes \(piece * 32768) to \(end)\n"
        #expect(outcome == .init(exit: 1, out: says, err: ""))
    }

    @Test func neighboursAreOneRange() throws {
        let stage = try stage("v1")
        var bytes = payload(100_000)
        for piece in [0, 1, 3] { bytes[piece * 32768] ^= 0x80 }
        try stage.write(bytes, to: "x")
        let says = "x: 3 of 4 pieces bad: 0-1, 3\n  x: bytes 0 to 65535\n  x: bytes 98304 to 99999\n"
        #expect(stage.run(["check", "t", "-q"]).out == says)
        try Golden.expect(stage.run(["check", "t", "--json", "-q"]).out, "check-damaged.json")
    }

    @Test func manyRangesAreCountedNotListed() throws {
        let stage = try FrameStage(files: ["x": payload(120 * 16384)])
        stage.run(["make", "x", "-q", "--piece-size", "16KiB"])
        var bytes = payload(120 * 16384)
        for piece in stride(from: 0, to: 120, by: 2) { bytes[piece * 16384] ^= 1 }
        try stage.write(bytes, to: "x")
        let lines = stage.run(["check", "x.torrent", "-q"]).out.split(separator: "\n")
        #expect(lines.count == 1 + 50 + 1)
        #expect(lines[0].hasPrefix("x: 60 of 120 pieces bad: 0, 2, 4, ") && lines[0].hasSuffix(", 98, …"))
        #expect(lines[51] == "  and 10 more ranges; --json lists them all")
    }

    @Test func aWrongSizeIsSaidFirst() throws {
        let stage = try stage("hybrid")
        try stage.write(Array(payload(100_000)[..<70_000]), to: "x")
        let short = stage.run(["check", "t", "-q"])
        #expect(short.exit == 1)
        #expect(
            short.out
                == "x: 70000 bytes instead of 100000\nx: 2 of 4 pieces bad: 2-3\n  x: bytes 65536 to 99999\n")
        try stage.write(payload(100_000) + [1, 2, 3], to: "x")
        let long = stage.run(["check", "t", "-q"])
        #expect(long == .init(exit: 1, out: "x: 100003 bytes instead of 100000\n", err: ""))
        try Golden.expect(stage.run(["check", "t", "--json", "-q"]).out, "check-extra.json")
    }

    @Test func whatIsMissing() throws {
        let stage = try stage("v1")
        try stage.remove("x")
        let outcome = stage.run(["check", "t", "-q"])
        #expect(outcome == .init(exit: 1, out: "x: missing\nx: 4 of 4 pieces bad: 0-3\n", err: ""))
        try stage.makeFolder("x")
        #expect(stage.run(["check", "t", "-q", "x"]).exit == 1)
    }

    /// By other programs' torrents: folders, empty files, padding, names beyond ASCII.
    @Test(arguments: Fixture.ofSample)
    func foldersOfOthers(fixture: String) throws {
        var files = [fixture: try Fixture.bytes(fixture)]
        for (path, bytes) in SampleData.files { files["sample/" + path] = bytes }
        let stage = try FrameStage(files: files)
        for data in [[], ["sample"], ["sample/"], ["."], ["./sample/../sample"]] {
            let outcome = stage.run(["check", "-q", fixture] + data)
            #expect(outcome.exit == 0, "\(data): \(outcome.out) \(outcome.err)")
        }
        var bytes = try #require(SampleData.files["ü/z"])
        bytes[70_000] ^= 4
        try stage.write(bytes, to: "sample/ü/z")
        let damaged = stage.run(["check", "-q", fixture])
        #expect(damaged.exit == 1)
        #expect(damaged.out.hasPrefix("sample: 1 of "))
        #expect(damaged.out.contains("\n  ü/z: bytes "))
        try stage.remove("sample/a/x.bin")
        let missing = stage.run(["check", "-q", fixture, "sample"])
        #expect(missing.out.hasPrefix("a/x.bin: missing\nsample: "))
    }

    @Test func dataByAnotherName() throws {
        let stage = try stage("v2", flags: ["--name", "other.iso"])
        #expect(stage.run(["check", "t", "x", "-q"]).out == "other.iso: all 4 pieces are right\n")
        #expect(stage.run(["check", "t", "-q"]).out.hasPrefix("other.iso: missing\n"))
        let folder = try FrameStage(files: ["renamed/a": payload(5), "renamed/b/c": payload(6)])
        folder.run(["make", "renamed", "--name", "official", "-q"])
        #expect(folder.run(["check", "renamed.torrent", "renamed", "-q"]).exit == 0)
        #expect(folder.run(["check", "renamed.torrent", "-q"]).exit == 1)
    }

    @Test func theTorrentFromStandardInput() throws {
        let stage = try stage("hybrid")
        let piped = try FrameStage(files: ["x": payload(100_000)], input: stage.bytes("t") ?? [])
        #expect(piped.run(["check", "-", "-q"]).out == "x: all 4 pieces are right\n")
        #expect(piped.run(["check", "-", "x", "-q"]).exit == 0)
        #expect(piped.run(["check", "-", "gone", "-q"]).exit == 1)
    }

    /// The trap of single-file hybrids: the data is right, the torrent is not.
    @Test func aPaddedLastPieceIsTheTorrentsFault() throws {
        let stage = try FrameStage(files: [
            "padded.iso": SampleData.padded, "t": Fixture.bytes("padded-hybrid.torrent"),
        ])
        let outcome = stage.run(["check", "t", "-q"])
        #expect(outcome.exit == 1)
        #expect(
            outcome.out == """
                padded.iso: 1 of 1 pieces bad: 0
                  padded.iso: bytes 0 to 19999
                  the last piece matches with zeros behind the file: the torrent is at fault, not the data

                """)
        #expect(stage.run(["check", "t", "-q", "--json"]).out.contains("\"paddedLastPiece\" : true"))
    }

    @Test func jsonOfWhatIsRight() throws {
        try Golden.expect(stage("v1").run(["check", "t", "--json", "-q"]).out, "check-right.json")
    }

    @Test func aPathInATorrentDoesNotLeadAway() throws {
        // The reader refuses "..": what would lead out of the folder never gets as far as the disk.
        let name = "d4:infod5:filesld6:lengthi1e4:pathl2:..1:xeee4:name1:n12:piece lengthi16384e6:pieces20:"
        let torrent = Array((name + String(repeating: "a", count: 20) + "ee").utf8)
        let stage = try FrameStage(files: ["t": torrent, "x": [1]])
        let outcome = stage.run(["check", "t"])
        #expect(outcome.exit == 1)
        #expect(outcome.err.hasPrefix("freshet: reading t: info.files[0].path[0]: \"..\" as a name (at byte "))
    }
}
