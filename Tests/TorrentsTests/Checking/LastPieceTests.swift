import Crypto
import Testing
import Torrents

@Suite("The last piece of a single file")
struct LastPieceTests {
    /// The torrent with another hash for its last v1 piece.
    private func torrent(_ made: Made, lastPiece: [UInt8]) throws -> Metainfo {
        let end = try #require(made.torrent.pieces).upperBound
        var bytes = made.bytes
        bytes.replaceSubrange(end - 20..<end, with: Hasher.digest(.sha1, of: lastPiece))
        return try Metainfo(bytes)
    }

    @Test(
        "Sound, padded or different",
        arguments: [Kind.v1, .hybrid], [(16384, 40_000), (16384, 5), (4 << 20, 6_000_000), (4 << 20, 4_200_000)])
    func verdicts(kind: Kind, sizes: (pieceLength: Int, length: Int)) throws {
        var content = Content(seed: 8)
        let bytes = content.bytes(sizes.length)
        let made = try Made(Recipe("a.iso", kind, pieceSize: .bytes(Int64(sizes.pieceLength))), [("", bytes)])
        let tail = Array(bytes[(sizes.length / sizes.pieceLength * sizes.pieceLength)...])
        let padded = tail + [UInt8](repeating: 0, count: sizes.pieceLength - tail.count)

        #expect(try LastPiece.verdict(made.torrent, made.payload) == .sound)
        #expect(try LastPiece.verdict(torrent(made, lastPiece: tail), made.payload) == .sound)
        #expect(try LastPiece.verdict(torrent(made, lastPiece: padded), made.payload) == .padded)
        #expect(try LastPiece.verdict(torrent(made, lastPiece: padded + [0]), made.payload) == .different)
        // Only the last piece is read.
        let start = Int64(bytes.count - tail.count)
        let payload = MemoryPayload([bytes])
        _ = try LastPiece.verdict(made.torrent, payload)
        #expect(payload.reads.allSatisfy { $0.range.lowerBound >= start })
        #expect(payload.reads.reduce(0) { $0 + $1.range.count } == tail.count)
    }

    @Test("Other data than the torrent's")
    func different() throws {
        let made = try Made(Recipe("a.iso", .hybrid), [("", [1, 2, 3])])
        #expect(try LastPiece.verdict(made.torrent, MemoryPayload([[1, 2, 4]])) == .different)
        #expect(try LastPiece.verdict(made.torrent, MemoryPayload([[1, 2]])) == nil)
        #expect(try LastPiece.verdict(made.torrent, MemoryPayload([nil])) == nil)
        #expect(throws: MemoryPayload.Broken.self) {
            _ = try LastPiece.verdict(made.torrent, MemoryPayload([[1, 2, 3]], failingRead: 1))
        }
    }

    @Test("Nothing to find where the last piece is full, in a folder, and in v2 alone")
    func nothing() throws {
        let full = [UInt8](repeating: 1, count: 32768)
        for (kind, files) in [
            (Kind.v1, [("", full)]), (.hybrid, [("", full)]), (.v2, [("", [1, 2])]), (.v1, [("a", [1])]),
        ] {
            let made = try Made(Recipe("f", kind, pieceSize: .bytes(16384)), files)
            #expect(try LastPiece.verdict(made.torrent, made.payload) == nil)
        }
    }
}
