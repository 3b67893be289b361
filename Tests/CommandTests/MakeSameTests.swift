import Command
import Testing

/// The same input gives the same bytes, whatever the machine and however it is hashed.
@Suite struct MakeSameTests {
    private let stage: FrameStage

    init() throws {
        stage = try FrameStage(files: [
            "d/a": payload(150_001), "d/b": payload(16384, seed: 2), "d/c": [], "d/e/f": payload(70_000, seed: 3),
            "x": payload(600_000),
        ])
    }

    private func made(
        _ path: String, _ kind: String, _ flags: [String] = [], _ environment: [String: String] = [:]
    ) throws -> [UInt8] {
        let other = try FrameStage(environment: environment)
        let outcome = other.run(["make", stage.path(path), "--output", "t", "--kind", kind, "-q"] + flags)
        #expect(outcome.exit == 0, "\(outcome.err)")
        return try #require(other.bytes("t"))
    }

    @Test(arguments: ["x", "d"], ["v1", "hybrid", "v2"])
    func however(path: String, kind: String) throws {
        let usual = try made(path, kind)
        #expect(try made(path, kind) == usual)
        for jobs in ["1", "2", "3", "7"] {
            #expect(try made(path, kind, ["--jobs", jobs]) == usual, "--jobs \(jobs)")
        }
        #expect(try made(path, kind, [], ["FRESHET_LANES": "off"]) == usual)
        #expect(try made(path, kind, [], ["FRESHET_LANES": "auto"]) == usual)
        #expect(try made(path, kind, [], ["FRESHET_LANES": ""]) == usual)
        // Another clock is another machine: the stage's own stands still at another time than this one.
        #expect(!String(decoding: usual, as: UTF8.self).contains("creation date"))
    }

    /// Where the processor has them; where not, the program says so (a row in the table of errors).
    @Test(arguments: ["avx2", "avx512"]) func byEveryKernel(lanes: String) throws {
        let other = try FrameStage(environment: ["FRESHET_LANES": lanes])
        let outcome = other.run(["make", stage.path("x"), "--output", "t", "--kind", "hybrid", "-q"])
        if outcome.exit == 2 {
            let complaint = "freshet: make: FRESHET_LANES=\(lanes): this processor has no \(lanes)\n"
            #expect(outcome.err == complaint + "  see: freshet help make\n")
        } else {
            #expect(try other.bytes("t") == made("x", "hybrid"))
        }
    }

    @Test(arguments: ["x", "d"]) func checksumsByAnyNumberOfJobs(path: String) throws {
        func digests(_ flags: [String]) throws -> [Told.Checksum] {
            let outcome = stage.run(["make", path, "--checksum", "--dry-run", "--json"] + flags)
            return try #require(try Told.one(outcome).checksums)
        }
        let usual = try digests([])
        #expect(usual.count == (path == "x" ? 1 : 4))
        for jobs in ["1", "2", "5"] { #expect(try digests(["--jobs", jobs, "--kind", "hybrid"]) == usual) }
    }

    @Test(
        arguments: [
            ([], [:], nil), (["--date", "@1700000000"], [:], 1_700_000_000),
            (["--date", "1700000000"], [:], 1_700_000_000),
            (["--date", "2026-11-21"], [:], 1_795_219_200),
            (["--date", "2026-11-21T03:36:58Z"], [:], 1_795_232_218),
            (["--date", "2026-11-21T05:36:58+02:00"], [:], 1_795_232_218),
            (["--date", "2026-11-21 03:36"], [:], 1_795_232_160),
            (["--date", "@0"], [:], 0),
            ([], ["SOURCE_DATE_EPOCH": "1700000001"], 1_700_000_001),
            ([], ["SOURCE_DATE_EPOCH": ""], nil),
            (["--date", "none"], ["SOURCE_DATE_EPOCH": "1700000001"], nil),
            (["--date", "@5"], ["SOURCE_DATE_EPOCH": "1700000001"], 5),
            // What is not asked is not read.
            (["--date", "@5"], ["SOURCE_DATE_EPOCH": "nonsense"], 5),
        ] as [([String], [String: String], Int?)])
    func theDateIsTheBuildsOrNone(flags: [String], environment: [String: String], date: Int?) throws {
        let stage = try FrameStage(files: ["x": payload(5)], environment: environment)
        #expect(try Told.one(stage.run(["make", "x", "--json"] + flags)).creationDate == date)
        #expect(stage.text("x.torrent")?.contains("creation date") == (date != nil))
    }
}
