import Crypto
import Support
import Testing

/// Every kernel against libcrypto, one message at a time.
@Suite("Lanes of SHA-256")
struct LanesTests {
    private static let pool = Pool(seed: 256, count: 1 << 16)

    private func check(_ kernel: Kernel, _ count: Int, _ length: Int, _ generator: inout SeededGenerator) {
        let offsets = Self.pool.offsets(count, length: length, using: &generator)
        var digests = Digests(count * 32)
        digests.fill { start in
            Self.pool.withMessages(at: offsets) { kernel.lanes.sha256($0, length: length, into: start) }
        }
        let isRight = digests.bytes == Self.pool.digests(.sha256, at: offsets, length: length)
        #expect(isRight, "\(count) × \(length)")
        #expect(digests.isMarginWhole, "\(count) × \(length)")
    }

    @Test("Every length up to 200", arguments: Kernel.all)
    func shortMessages(kernel: Kernel) {
        var generator = SeededGenerator(seed: 2)
        for length in 0...200 {
            check(kernel, Int.random(in: 8...20, using: &generator), length, &generator)
        }
    }

    @Test("Every number of messages up to 40", arguments: Kernel.all)
    func counts(kernel: Kernel) {
        var generator = SeededGenerator(seed: 3)
        for count in 0...40 {
            check(kernel, count, 64, &generator)
            check(kernel, count, Int.random(in: 0...3000, using: &generator), &generator)
        }
    }

    @Test("Around whole blocks and leaves", arguments: Kernel.all)
    func edges(kernel: Kernel) {
        var generator = SeededGenerator(seed: 4)
        for middle in [256, 1024, 4096, 16384, 32768] {
            for distance in [-65, -9, -8, -1, 0, 1, 55, 56] {
                check(kernel, Int.random(in: 1...40, using: &generator), middle + distance, &generator)
            }
        }
    }

    @Test("Any number, any length, any place", arguments: Kernel.all)
    func anything(kernel: Kernel) {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<150 {
            let count = Int.random(in: 1...40, using: &generator)
            check(kernel, count, Int.random(in: 0...20_000, using: &generator), &generator)
        }
    }

    @Test("Pairs become parents in place", arguments: Kernel.all)
    func pairs(kernel: Kernel) {
        var generator = SeededGenerator(seed: 6)
        for pairs in Array(0...40) + [63, 64, 65, 200, 511, 512, 1000] {
            let children = generator.bytes(pairs * 64)
            var digests = Digests(pairs * 64)
            digests.fill { start in
                for (index, byte) in children.enumerated() { start[index] = byte }
                kernel.lanes.sha256(pairs: pairs, inPlace: start)
            }
            let parents = (0..<pairs).flatMap { Hasher.digest(.sha256, of: children[$0 * 64..<$0 * 64 + 64]) }
            let isRight = digests.bytes.starts(with: parents)
            #expect(isRight, "\(pairs) pairs")
            #expect(digests.isMarginWhole, "\(pairs) pairs")
        }
    }

    @Test("As wide as the widest of its kernels")
    func widths() {
        #expect(Lanes.off.width == 1)
        if let lanes = Lanes.only(.avx2) { #expect(lanes.width == 8) }
        if let lanes = Lanes.only(.avx512) { #expect(lanes.width == 16) }
        #expect(Kernel.all.map(\.lanes.width).contains(Lanes.fastest.width))
    }
}
