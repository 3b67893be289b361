import Crypto
import FoundationEssentials
import Testing
import Torrents

/// Thousands of damaged torrents: each is read or refused; none crashes, hangs or contradicts itself.
@Suite("Damaged torrents", .timeLimit(.minutes(30)))
struct MutationTests {
    private static let rounds = ProcessInfo.processInfo.environment["FRESHET_SOAK"] == "1" ? 25_000 : 500

    private static let originals: [[UInt8]] = {
        var originals = Sample.all.values.map(\.clean.bytes)
        for seed in UInt64(0)..<12 {
            if let made = try? RandomTorrent.made(seed: seed) { originals.append(made.bytes) }
        }
        return originals
    }()

    @Test("Any damage is survived", arguments: UInt64(0)..<40)
    func damage(seed: UInt64) throws {
        var mutation = Mutation(seed: seed, others: Self.originals)
        var accepted = 0
        for round in 0..<Self.rounds {
            let bytes = mutation.next()
            func fail(_ problem: String) { Issue.record("seed \(seed), round \(round): \(problem): \(bytes.hex)") }
            let findings = try Linter.findings(in: bytes)
            do throws(Malformation) {
                let torrent = try Metainfo(bytes)
                accepted += 1
                if let problem = try contradiction(torrent) { fail(problem) }
            } catch {
                if !(0...bytes.count).contains(error.byte) { fail("a place outside: \(error.problem)") }
                if !findings.contains(where: { $0.severity == .error }) { fail("refused, but nothing found") }
            }
        }
        // Else nothing but refusals has been tried.
        #expect(accepted > Self.rounds / 100)
        #expect(accepted < Self.rounds)
    }

    private func contradiction(_ torrent: Metainfo) throws(Malformation) -> String? {
        if torrent.files.isEmpty { return "no files" }
        if torrent.size < 0 || torrent.pieceCount <= 0 { return "no pieces" }
        if torrent.infohashV1 == nil && torrent.infohashV2 == nil { return "no infohash" }
        if !Magnet.link(torrent).hasPrefix("magnet:?xt=urn:bt") { return "no magnet link" }
        if torrent.kind.hasV1, torrent.pieces?.count != torrent.pieceCount * 20 { return "a wrong number of hashes" }
        for file in torrent.files where file.path.contains(where: { $0 == ".." || $0.isEmpty || $0.contains("/") }) {
            return "a way out: \(file.path)"
        }
        var editing = Editing()
        editing.tiers = .set([["udp://tracker.example:6969/announce"]])
        editing.webSeeds = .remove
        editing.comment = .set("edited")
        let edited = try Metainfo(editing.apply(to: torrent))
        if !edited.bytes[edited.info].elementsEqual(torrent.bytes[torrent.info]) { return "another info" }
        if edited.comment != "edited" || !edited.webSeeds.isEmpty { return "not edited" }
        return check(torrent)
    }

    /// Without any data every piece with data in it is bad.
    private func check(_ torrent: Metainfo) -> String? {
        guard torrent.pieceCount <= 40, torrent.pieceLength <= 1 << 20 else { return nil }
        let checker = Checker(torrent, lanes: .fastest)
        let payload = MemoryPayload(torrent.files.map { _ in nil })
        guard let hashes = try? Sweep(checker.plan(jobs: 1), payload, advance: { _ in }).run() else {
            return "no hashes"
        }
        let findings = checker.findings(hashes, states: torrent.files.map { _ in .missing })
        if findings.isSound { return "sound without data" }
        let bytes = findings.damage.reduce(0) { $0 + Int64($1.range.count) }
        return bytes == torrent.size ? nil : "\(bytes) of \(torrent.size) bytes are missing"
    }
}
