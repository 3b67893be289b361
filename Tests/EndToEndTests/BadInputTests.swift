import Foundation
import Support
import Testing

/// Bad input gets an answer of one line, at once, within little memory; nothing crashes.
@Suite struct BadInputTests {
    private let folder = TemporaryFolder()

    /// For a program that the compiler has improved. One for debugging is about ten times slower.
    private static let mostSeconds: Double = {
        #if DEBUG
        20
        #else
        2
        #endif
    }()

    @Test(arguments: HostileTorrent.refused)
    func isRefusedAtOnce(torrent: HostileTorrent) throws {
        folder.write(torrent.bytes(), to: "t")
        let shown = try Measured.run(Tool.freshet, ["show", "t"], in: folder.path)
        #expect(shown.outcome.exit == 1 && shown.outcome.output.isEmpty)
        #expect(shown.outcome.errorLines.count == 1 && shown.outcome.errors.hasPrefix("freshet: reading t: "))
        #expect(shown.outcome.errors.utf8.count < 500)
        expectModest(shown, torrent)

        let linted = try Measured.run(Tool.freshet, ["lint", "t"], in: folder.path)
        #expect(linted.outcome.exit == 1)
        #expect(linted.outcome.text.contains("t: error: ") || linted.outcome.errors.contains("larger than"))
        #expect(linted.outcome.output.count < 100_000)
        expectModest(linted, torrent)
    }

    private func expectModest(_ run: Measured, _ torrent: HostileTorrent) {
        #expect(run.peakKB < torrent.mostKB, "\(torrent.testDescription): \(run.peakKB) KB")
        #expect(run.seconds < Self.mostSeconds, "\(torrent.testDescription): \(run.seconds) s")
    }

    @Test(arguments: ["show", "check", "edit", "magnet", "lint"])
    func everyVerbRefusesFromStandardInput(verb: String) throws {
        let flags = verb == "edit" ? ["--comment", "c"] : []
        for bytes in ["", "d", "hello", "d4:infod4:name2:..12:piece lengthi16384eee", "de"] {
            let outcome = try Freshet.run([verb, "-"] + flags, in: folder, input: Array(bytes.utf8))
            #expect(outcome.exit == 1)
            #expect(verb == "lint" ? !outcome.output.isEmpty : outcome.errorLines.count == 1)
            #expect(verb == "lint" || outcome.errors.hasPrefix("freshet: reading standard input: "))
        }
        let tooLong = [UInt8](repeating: UInt8(ascii: "l"), count: 11_000_000)
        #expect(try Freshet.run([verb, "-"] + flags, in: folder, input: tooLong).exit == 1)
    }

    /// Wherever a torrent is cut off, that is what is said.
    @Test(arguments: ["v1.torrent", "hybrid.torrent"])
    func cutAnywhere(fixture: String) throws {
        let whole = try Fixture.bytes(fixture)
        var generator = SeededGenerator(seed: 51)
        for length in [0, 1, whole.count - 1]
            + (0..<15).map({ _ in Int.random(in: 2..<whole.count, using: &generator) })
        {
            folder.write(whole.prefix(length), to: "t")
            let outcome = try Freshet.run(["check", "t"], in: folder)
            #expect(outcome.exit == 1 && outcome.errorLines.count == 1 && outcome.output.isEmpty, "\(length)")
            #expect(outcome.errors.hasPrefix("freshet: reading t: ") && outcome.errors.contains("(at byte "))
        }
    }

    /// A few changed bytes: refused or read, but never a crash, and never more than a line of complaint.
    @Test(arguments: Fixture.all)
    func changedAnywhere(fixture: String) throws {
        let whole = try Fixture.bytes(fixture)
        var generator = SeededGenerator(seed: 52)
        for round in 0..<12 {
            var bytes = whole
            for _ in 0...(round % 4) {
                let place = bytes.indices.randomElement(using: &generator) ?? 0
                switch round % 3 {
                case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
                case 1: bytes.insert(UInt8(ascii: "9"), at: place)
                default: bytes.remove(at: place)
                }
            }
            folder.write(bytes, to: "t")
            for arguments in [["show", "t"], ["lint", "t"], ["check", "t", "-q"], ["edit", "t", "--comment", "c"]] {
                let outcome = try Freshet.run(arguments, in: folder)
                #expect(outcome.exit < 2, "\(arguments) of round \(round)")
                #expect(outcome.errorLines.count <= 1)
            }
        }
    }

    /// A name may not lead out of the folder in which data is looked for.
    @Test(arguments: ["..", ".", "/etc", "a/../../b", ""])
    func namesThatLeadAway(name: String) throws {
        let file = "d6:lengthi5e4:pathl\(name.utf8.count):\(name)ee"
        let torrent = "d4:infod5:filesl\(file)e4:name1:n12:piece lengthi16384e6:pieces20:aaaaaaaaaaaaaaaaaaaaee"
        folder.write(torrent, to: "t")
        let outcome = try Freshet.run(["check", "t"], in: folder)
        #expect(outcome.exit == 1)
        // "." is a name that no file can have: nothing is there.
        if name == "." { return }
        #expect(outcome.errorLines.count == 1 && outcome.errors.contains("info.files[0].path[0]: "))
    }
}
