import Testing
import Torrents

@Suite("Piece sizes")
struct PieceSizeTests {
    @Test(
        "Fitted to the size",
        arguments: [
            (Int64(1), 16 << 10), (32 << 20, 16 << 10), ((32 << 20) + 1, 32 << 10),
            ((1 << 30) / 10, 64 << 10), (2 << 30, 1 << 20), ((2 << 30) + 1, 2 << 20), (5 << 30, 4 << 20),
            (10 << 30, 8 << 20), (32 << 30, 16 << 20), (100 << 30, 16 << 20), (1 << 47, 16 << 20),
        ] as [(Int64, Int64)])
    func automatic(total: Int64, length: Int64) {
        #expect(PieceSize.automatic.length(for: total) == length)
    }

    @Test("A size that is said stays as it is")
    func said() {
        #expect(PieceSize.bytes(1 << 20).length(for: 1) == 1 << 20)
        #expect(PieceSize.bytes(5).length(for: 100 << 30) == 5)
    }

    @Test("Small enough for the pieces that people expect, and never too many")
    func bounds() {
        for exponent in 0..<48 {
            let total: Int64 = 1 << Int64(exponent)
            let length = PieceSize.automatic.length(for: total)
            #expect(length.nonzeroBitCount == 1)
            #expect((PieceSize.smallest...16 << 20).contains(length))
            #expect(length == 16 << 20 || (total + length - 1) / length <= 2048)
            #expect(length == PieceSize.smallest || total > length / 2 * 2048)
        }
    }
}
