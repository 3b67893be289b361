import Crypto
import Support
import Testing

/// Every kernel against libcrypto, the messages cut into any steps.
@Suite("SHA-1 in steps")
struct SteppedSHA1Tests {
    private static let pool = Pool(seed: 1, count: 1 << 16)

    /// `cuts`: how many bytes go in at each step before the last; multiples of 64.
    private func check(
        _ kernel: Kernel, _ count: Int, _ length: Int, cuts: [Int], _ generator: inout SeededGenerator
    ) {
        let offsets = Self.pool.offsets(count, length: length, using: &generator)
        var sha1 = SteppedSHA1(count: count, lanes: kernel.lanes)
        var done = 0
        for cut in cuts {
            Self.pool.withMessages(at: offsets.map { $0 + done }) { sha1.update($0, length: cut) }
            done += cut
        }
        var digests = Digests(count * 20)
        digests.fill { start in
            Self.pool.withMessages(at: offsets.map { $0 + done }) {
                sha1.finish($0, length: length - done, into: start)
            }
        }
        let isRight = digests.bytes == Self.pool.digests(.sha1, at: offsets, length: length)
        #expect(isRight, "\(count) × \(length), cut into \(cuts)")
        #expect(digests.isMarginWhole, "\(count) × \(length), cut into \(cuts)")
    }

    private func cuts(_ length: Int, _ generator: inout SeededGenerator) -> [Int] {
        var cuts: [Int] = []
        var left = length
        while left >= 64, Int.random(in: 0..<5, using: &generator) > 0 {
            cuts.append(Int.random(in: 0...left / 64, using: &generator) * 64)
            left -= cuts[cuts.count - 1]
        }
        return cuts
    }

    @Test("Every length up to 200, whole and cut at every block", arguments: Kernel.all)
    func shortMessages(kernel: Kernel) {
        var generator = SeededGenerator(seed: 7)
        for length in 0...200 {
            for cut in stride(from: 0, through: length, by: 64) {
                let count = Int.random(in: 3...20, using: &generator)
                check(kernel, count, length, cuts: cut == 0 ? [] : [cut], &generator)
            }
        }
    }

    @Test("Every number of messages up to 40", arguments: Kernel.all)
    func counts(kernel: Kernel) {
        var generator = SeededGenerator(seed: 8)
        for count in 0...40 {
            check(kernel, count, 128, cuts: [64], &generator)
            let length = Int.random(in: 0...3000, using: &generator)
            check(kernel, count, length, cuts: cuts(length, &generator), &generator)
        }
    }

    @Test("Any number, any length, any place, any steps", arguments: Kernel.all)
    func anything(kernel: Kernel) {
        var generator = SeededGenerator(seed: 9)
        for round in 0..<200 {
            let edge = [4096, 16384, 32768].randomElement(using: &generator) ?? 64
            let length =
                round.isMultiple(of: 2)
                ? Int.random(in: 0...20_000, using: &generator) : edge + Int.random(in: -70...70, using: &generator)
            let count = Int.random(in: 1...40, using: &generator)
            check(kernel, count, length, cuts: cuts(length, &generator), &generator)
        }
    }
}
