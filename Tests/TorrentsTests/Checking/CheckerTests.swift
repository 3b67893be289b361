import Crypto
import Support
import Testing
import Torrents

@Suite("Checking data")
struct CheckerTests {
    @Test("A single flipped bit anywhere is found, and where it is", arguments: UInt64(0)..<72)
    func flippedBits(seed: UInt64) throws {
        let made = try RandomTorrent.made(seed: seed)
        let sound = try made.check(MemoryPayload(made.payload.files))
        #expect(sound.isSound && sound.badPieces.isEmpty && sound.damage.isEmpty && sound.badRoots.isEmpty)
        #expect(sound.pieceCount == made.torrent.pieceCount)

        var generator = SeededGenerator(seed: seed)
        let lengths = made.torrent.pieceLength
        for extent in made.torrent.layout.extents {
            let edges = [0, extent.length - 1, min(lengths, extent.length) - 1, min(lengths, extent.length - 1)]
            let anywhere = Int64.random(in: 0..<extent.length, using: &generator)
            for offset in [anywhere, edges.randomElement(using: &generator) ?? 0] {
                var files = made.payload.files
                files[extent.file]?[Int(offset)] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                let findings = try made.check(MemoryPayload(files))
                expect(findings, only: extent, offset, made.torrent)
            }
        }
    }

    private func expect(_ findings: Findings, only extent: Layout.Extent, _ offset: Int64, _ torrent: Metainfo) {
        let piece = (extent.start + offset) / torrent.pieceLength
        #expect(findings.badPieces == [Int(piece)])
        #expect(findings.badRoots.isEmpty)
        #expect(!findings.isSound)
        // The part of the piece that lies in the file, to the byte.
        let lower = max(piece * torrent.pieceLength, extent.start) - extent.start
        let upper = min((piece + 1) * torrent.pieceLength, extent.end) - extent.start
        #expect(findings.damage.filter { $0.file == extent.file }.map(\.range) == [lower..<upper])
        // What else is in the same piece is doubted as well, in v1 alone.
        #expect(findings.damage.reduce(0) { $0 + Int64($1.range.count) } <= torrent.pieceLength)
        if torrent.kind.hasV2 { #expect(findings.damage.count == 1) }
    }

    @Test("Neighbouring bad pieces are one range; others are not")
    func ranges() throws {
        var content = Content(seed: 2)
        let bytes = content.bytes(10 * 16384 + 5)
        for kind in Kind.allCases {
            let made = try Made(Recipe("a.iso", kind, pieceSize: .bytes(16384)), [("", bytes)])
            var wrong = bytes
            for piece in [1, 2, 3, 7, 9, 10] { wrong[piece * 16384 + 3] ^= 1 }
            let findings = try made.check(MemoryPayload([wrong]))
            #expect(findings.badPieces == [1, 2, 3, 7, 9, 10])
            #expect(findings.damage.map(\.file) == [0, 0, 0])
            #expect(findings.damage.map(\.range) == [16384..<65536, 114_688..<131_072, 147_456..<163_845])
        }
    }

    @Test("Bytes that cannot be read are bad pieces, the others are judged", arguments: Kind.allCases)
    func unread(kind: Kind) throws {
        var content = Content(seed: 3)
        let files = [("a", content.bytes(1 << 17)), ("b", content.bytes(1 << 17)), ("c", content.bytes(1 << 17))]
        let made = try Made(Recipe("f", kind, pieceSize: .bytes(1 << 16)), files)
        let missing = made.payload.files.enumerated().map { $0 == 1 ? nil : $1 }
        var findings = try made.check(MemoryPayload(missing))
        #expect(findings.badPieces == [2, 3])
        #expect(findings.damage.map(\.file) == [1])
        #expect(findings.damage.map(\.range) == [0..<(1 << 17)])
        #expect(findings.badRoots.isEmpty)

        // Without its layer, too, a file that is not there is found by its pieces.
        findings = try made.check(MemoryPayload(missing), of: try made.withoutLayers())
        #expect(findings.badPieces == [2, 3])
        #expect(findings.badRoots.isEmpty)
    }

    @Test("A file that is missing or of another size is not sound, whatever its pieces")
    func states() throws {
        let made = try Made(Recipe("a.iso", .v1), [("", [1, 2, 3])])
        let states: [Findings.FileState] = [.complete, .missing, .wrongSize(4), .unreadable("no permission")]
        for state in states {
            let findings = Checker(made.torrent, lanes: .fastest).findings(made.hashes, states: [state])
            #expect(findings.isSound == (state == .complete))
            #expect(findings.states == [state])
        }
    }

    @Test("A hybrid's two halves are both held against the data", arguments: [false, true])
    func halves(isV1Wrong: Bool) throws {
        var content = Content(seed: 4)
        let files = [("a", content.bytes(50_000)), ("b", content.bytes(10_000)), ("c", content.bytes(32768))]
        let recipe = Recipe("f", .hybrid, pieceSize: .bytes(16384))
        let right = try Made(recipe, files)
        for (file, offset) in [(0, 20_000), (1, 9_999), (2, 0)] {
            var other = files
            other[file].1[offset] ^= 1
            let wrong = try Made(recipe, other)
            var hashes = right.hashes
            if isV1Wrong { hashes.v1 = wrong.hashes.v1 } else { hashes.v2 = wrong.hashes.v2 }
            let torrent = try Metainfo(try right.draft.torrent(hashes, lanes: .fastest))
            let findings = try right.check(MemoryPayload(right.payload.files), of: torrent)
            // a takes pieces 0 to 3, b piece 4, c 5 and 6.
            let piece = [1, 4, 5][file]
            #expect(findings.badPieces == [piece])
            #expect(findings.badRoots.isEmpty)
            #expect(findings.damage.count == 1)
            #expect(findings.damage.first?.range.contains(Int64(offset)) == true)
        }
    }

    @Test("Without its layer a v2 file is judged as a whole; one of a single piece by its root")
    func missingLayers() throws {
        var content = Content(seed: 5)
        let files = [("a", content.bytes(50_000)), ("b", content.bytes(10_000)), ("c", content.bytes(50_000))]
        let made = try Made(Recipe("f", .v2, pieceSize: .bytes(16384)), files)
        let torrent = try made.withoutLayers()
        #expect(try made.check(MemoryPayload(made.payload.files), of: torrent).isSound)
        var wrong = made.payload.files
        wrong[0]?[0] ^= 1
        wrong[1]?[9_999] ^= 1
        let findings = try made.check(MemoryPayload(wrong), of: torrent)
        #expect(findings.badRoots == [0])
        #expect(findings.badPieces == [4])
        #expect(findings.damage.map(\.file) == [1])
        #expect(findings.damage.map(\.range) == [0..<10_000])
        #expect(!findings.isSound)
        wrong[1] = made.payload.files[1]
        #expect(try !made.check(MemoryPayload(wrong), of: torrent).isSound)
    }

    @Test("Without layers a hybrid still knows its pieces by v1")
    func missingHybridLayers() throws {
        var content = Content(seed: 6)
        let bytes = content.bytes(50_000)
        let recipe = Recipe("a.iso", .hybrid, pieceSize: .bytes(16384))
        let made = try Made(recipe, [("", bytes)])
        let torrent = try made.withoutLayers()
        var wrong = bytes
        wrong[20_000] ^= 1
        let findings = try made.check(MemoryPayload([wrong]), of: torrent)
        #expect(findings.badPieces == [1])
        #expect(findings.badRoots.isEmpty)

        // All pieces right by v1, and yet another root.
        var hashes = made.hashes
        hashes.v2 = try Made(recipe, [("", wrong)]).hashes.v2
        let liar = try Made.withoutLayers(try Metainfo(made.draft.torrent(hashes, lanes: .fastest)))
        let root = try made.check(MemoryPayload([bytes]), of: liar)
        #expect(root.badPieces.isEmpty && root.damage.isEmpty)
        #expect(root.badRoots == [0])
        #expect(!root.isSound)
    }

    @Test("Files alike share a layer, but not their damage", arguments: [Kind.hybrid, .v2])
    func twins(kind: Kind) throws {
        var content = Content(seed: 7)
        let same = content.bytes(50_000)
        let made = try Made(Recipe("f", kind, pieceSize: .bytes(16384)), [("a", same), ("b", same)])
        #expect(made.torrent.layers.count == 1)
        var files = made.payload.files
        let last = try #require(files.indices.last { files[$0] != nil })
        files[last]?[40_000] ^= 1
        let findings = try made.check(MemoryPayload(files))
        #expect(findings.badPieces == [6])
        #expect(findings.damage.map(\.file) == [last])
    }
}

extension Made {
    /// The same torrent as one that came without `piece layers`.
    func withoutLayers() throws -> Metainfo { try Self.withoutLayers(torrent) }

    static func withoutLayers(_ torrent: Metainfo) throws -> Metainfo {
        let info = Bencode.raw(Array(torrent.bytes[torrent.info]))
        let bare = try Metainfo(Sample(info: [:], outside: ["info": info]).bytes)
        #expect(bare.layers.isEmpty && bare.infohashV2 == torrent.infohashV2)
        return bare
    }
}
