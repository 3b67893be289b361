import Crypto
import Testing
import Torrents

@Suite("Lint")
struct LinterTests {
    @Test("Everything is found, and nothing else", arguments: LintCase.all)
    func findings(lintCase: LintCase) throws {
        let findings = try Linter.findings(in: lintCase.bytes)
        #expect(findings.map(\.rule) == lintCase.wanted.map(\.rule))
        #expect(findings.map(\.problem) == lintCase.wanted.map(\.problem))
        #expect(findings.map(\.severity) == lintCase.wanted.map(\.severity))
    }

    @Test("What is refused is an error, in the same words", arguments: Refusal.all)
    func refusals(refusal: Refusal) throws {
        let malformation = #expect(throws: Malformation.self) { _ = try Metainfo(refusal.bytes) }
        let findings = try Linter.findings(in: refusal.bytes)
        let errors = findings.filter { $0.rule == refusal.rule && $0.problem == malformation?.problem }
        #expect(errors.count == 1)
        #expect(errors.first?.severity == .error)
    }

    @Test("Every rule finds something in some torrent")
    func rules() {
        // With the data at hand, below.
        let withData: Set<Rule> = [.paddedLastPiece, .differentData]
        let found = Set(LintCase.all.flatMap { $0.wanted.map(\.rule) }).union(Refusal.all.map(\.rule))
        #expect(Set(Rule.allCases).subtracting(found) == withData)
    }

    @Test("What this program makes is clean", arguments: Kind.allCases, [true, false])
    func clean(kind: Kind, isSingle: Bool) throws {
        var content = Content(seed: 10)
        var recipe = Recipe.full("torrent", kind)
        if !isSingle { recipe.webSeeds = ["https://download.example/torrent/"] }
        let files =
            isSingle
            ? [("", content.bytes(50_000))] : [("a/b", content.bytes(50_000)), ("c", []), ("d", content.bytes(9))]
        let made = try Made(recipe, files)
        let findings = try Linter.findings(in: made.bytes, payload: made.payload)
        #expect(findings.map(\.rule) == (kind == .v2 ? [.v2Only] : []))
    }

    @Test("Of each rule the first findings are told, the others counted")
    func counted() throws {
        var sample = Sample.v1Single.clean
        sample.outside["url-list"] = .list([Bencode](repeating: .text("https://d.example/a.iso"), count: 51))
        sample.outside["creation date"] = .integer(5)
        let findings = try Linter.findings(in: sample.bytes)
        let twenty = [Finding](repeating: Finding(.duplicateWebSeed, "https://d.example/a.iso"), count: 20)
        #expect(
            findings == twenty + [
                Finding(.creationDate, "creation date 5"), Finding(.duplicateWebSeed, "and 30 more of these"),
            ])
    }

    @Test("A last piece that was hashed with zeros behind it", arguments: [Kind.v1, .hybrid])
    func paddedLastPiece(kind: Kind) throws {
        let made = try Made(.full("a.iso", kind), [("", [UInt8](repeating: 9, count: 40_000))])
        let end = try #require(made.torrent.pieces).upperBound
        let tail = [UInt8](repeating: 9, count: 40_000 - 32768)
        var bytes = made.bytes
        bytes.replaceSubrange(
            end - 20..<end, with: Hasher.digest(.sha1, of: tail + [UInt8](repeating: 0, count: 16384 - tail.count)))
        let findings = try Linter.findings(in: bytes, payload: made.payload)
        #expect(findings == [Finding(.paddedLastPiece, "piece 2 was hashed with zeros behind the file")])
        #expect(findings.first?.severity == .error)
        // Without the data nobody can know.
        #expect(try Linter.findings(in: bytes) == [])
    }

    @Test("Data beside it that is another")
    func differentData() throws {
        let made = try Made(.full("a.iso", .v1), [("", [1, 2, 3])])
        let findings = try Linter.findings(in: made.bytes, payload: MemoryPayload([[1, 2, 4]]))
        #expect(findings == [Finding(.differentData, "its last piece is not the torrent's")])
        #expect(findings.first?.severity == .warning)
        #expect(try Linter.findings(in: made.bytes, payload: MemoryPayload([nil])) == [])
        #expect(throws: MemoryPayload.Broken.self) {
            _ = try Linter.findings(in: made.bytes, payload: MemoryPayload([[1, 2, 3]], failingRead: 1))
        }
    }

    @Test("Every rule has a name of its own and words that explain it", arguments: Rule.allCases)
    func explanations(rule: Rule) {
        #expect(rule.rawValue.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".contains($0) })
        #expect(rule.explanation.count > 20)
        #expect(rule.explanation.hasSuffix("."))
        #expect(!rule.explanation.contains { $0.isNewline })
        #expect(!rule.severity.rawValue.isEmpty)
        #expect(Finding(rule, "x").severity == rule.severity)
        #expect(Finding(rule, "x", severity: .error).severity == .error)
    }

    @Test("Rules that a client refuses are errors; habits are warnings")
    func severities() {
        let warnings: Set<Rule> = [
            .trailingNewline, .missingLayers, .differentData, .v2Only, .privateZero, .oddPieceSize, .largePieces,
            .noAnnounceList, .announceNotListed, .noSource, .duplicateTracker, .webSeedSlash, .duplicateWebSeed,
            .httpSeeds, .localPath, .paddingPaths, .missingPadding, .notUTF8, .awkwardName, .creationDate,
        ]
        #expect(Set(Rule.allCases.filter { $0.severity == .warning }) == warnings)
        #expect(Set(Rule.allCases.map(\.explanation)).count == Rule.allCases.count)
    }
}
