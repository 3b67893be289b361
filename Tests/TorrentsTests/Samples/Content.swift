import Support

/// Bytes for files, random enough that no two parts of them are alike, and quickly had.
struct Content {
    // A prime number of bytes: what is repeated never falls on the same place of a piece again.
    private static let pool: [UInt8] = {
        var generator = SeededGenerator(seed: 0xf11e)
        return generator.bytes(262_139)
    }()

    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func bytes(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        var start = Int.random(in: 0..<Self.pool.count, using: &generator)
        while bytes.count < count {
            bytes.append(contentsOf: Self.pool[start...].prefix(count - bytes.count))
            start = 0
        }
        return bytes
    }
}
