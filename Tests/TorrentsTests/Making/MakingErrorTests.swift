import Crypto
import Testing
import Torrents

@Suite("What no torrent is made of")
struct MakingErrorTests {
    private let one = [PayloadFile(path: [], length: 1)]

    @Test("No file, and no byte")
    func nothing() {
        #expect(throws: MakingError.noFiles) { try Draft(Recipe(name: "a"), files: []) }
        let empty = [PayloadFile(path: ["a"], length: 0), PayloadFile(path: ["b"], length: 0)]
        #expect(throws: MakingError.nothingInside) { try Draft(Recipe(name: "a"), files: empty) }
    }

    @Test("Names that lead elsewhere", arguments: ["", ".", "..", "/", "a/b", "/a", "a/", "a\0b"])
    func names(name: String) {
        #expect(throws: MakingError.name(name)) { try Draft(Recipe(name: name), files: one) }
    }

    @Test("Any other name", arguments: ["a", "...", ".a", " ", "a\\b", "é", "\u{1f4be}.iso", "a\nb"])
    func goodNames(name: String) throws {
        #expect(throws: Never.self) { try Draft(Recipe(name: name), files: one) }
    }

    @Test(
        "Piece sizes that clients do not take",
        arguments: [Int64(0), -1, 1, 16383, 8192, 16385, 24576, 100_000, 256 << 20, .max, .min], Kind.allCases)
    func pieceSizes(length: Int64, kind: Kind) {
        let recipe = Recipe("a", kind, pieceSize: .bytes(length))
        #expect(throws: MakingError.pieceLength(length)) { try Draft(recipe, files: one) }
    }

    @Test("All powers of two from 16 KiB to 128 MiB", arguments: 14...27)
    func goodPieceSizes(exponent: Int) throws {
        let draft = try Draft(Recipe("a", .hybrid, pieceSize: .bytes(1 << Int64(exponent))), files: one)
        #expect(draft.pieceLength == 1 << Int64(exponent))
    }

    @Test("More pieces than clients open are refused before a byte is read", arguments: Kind.allCases)
    func tooManyPieces(kind: Kind) throws {
        func draft(_ pieces: Int64) throws -> Draft {
            let file = PayloadFile(path: [], length: pieces * 16384)
            return try Draft(Recipe("a", kind, pieceSize: .bytes(16384)), files: [file])
        }
        let bytesEach: Int64 = (kind.hasV1 ? 20 : 0) + (kind.hasV2 ? 32 : 0)
        let most = 10_000_000 / bytesEach
        #expect(throws: MakingError.tooManyPieces(most + 1, 16384)) { try draft(most + 1) }
        #expect(try draft(most - 1).layout.pieceCount == Int(most - 1))
        #expect(throws: MakingError.self) { try draft(1 << 40) }
    }

    @Test("In v2 every file has pieces of its own")
    func manyFiles() {
        let files = (0..<400_000).map { PayloadFile(path: ["\($0)"], length: 1) }
        #expect(throws: MakingError.tooManyPieces(400_000, 16384)) { try Draft(Recipe("a", .v2), files: files) }
    }

    @Test("A torrent beyond what clients open is not written")
    func tooManyBytes() throws {
        let name = String(repeating: "n", count: 200)
        let files = (0..<50_000).map { PayloadFile(path: [name + "\($0)"], length: $0 == 0 ? 1 : 0) }
        let draft = try Draft(Recipe("a", .v1), files: files)
        let payload = MemoryPayload(draft.files.map { $0.length == 1 ? [1] : [] })
        let hashes = try Sweep(draft.plan(digestsFiles: false, lanes: .off, jobs: 1), payload) { _ in }.run()
        let error = #expect(throws: MakingError.self) { _ = try draft.torrent(hashes, lanes: .off) }
        guard case .tooManyBytes(let count) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(count > 10_000_000)
    }

    @Test("Each says what is wrong and what to do")
    func texts() {
        let errors: [(MakingError, String)] = [
            (.noFiles, "there is no file in it"),
            (.nothingInside, "it is empty: a torrent needs at least one byte"),
            (.name("a/b"), "\"a/b\" cannot be a torrent's name"),
            (.pieceLength(5), "pieces of 5 bytes: a power of two from 16 KiB to 128 MiB is needed"),
            (
                .tooManyPieces(3_000_000, 16384),
                "3000000 pieces of 16384 bytes make a torrent larger than the 10 MB that clients open"
            ),
            (.tooManyBytes(10_000_001), "the torrent has 10000001 bytes, more than the 10000000 that clients open"),
        ]
        for (error, problem) in errors {
            #expect(error.problem == problem)
            #expect(error.advice?.isEmpty == false)
        }
    }
}
