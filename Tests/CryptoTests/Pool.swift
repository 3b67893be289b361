import Crypto
import Support

/// Random bytes in which messages lie anywhere, aligned or not, one over another.
struct Pool: Sendable {
    let bytes: [UInt8]

    init(seed: UInt64, count: Int) {
        var generator = SeededGenerator(seed: seed)
        bytes = generator.bytes(count)
    }

    func offsets(
        _ count: Int, length: Int, using generator: inout SeededGenerator
    ) -> [Int] {
        (0..<count).map { _ in Int.random(in: 0...bytes.count - length, using: &generator) }
    }

    /// Shows where the messages begin.
    func withMessages<Value>(at offsets: [Int], _ body: (Messages) -> Value) -> Value {
        bytes.withUnsafeBufferPointer { bytes in
            offsets.map { offset in bytes.baseAddress.map { $0 + offset } }.withUnsafeBufferPointer(body)
        }
    }

    /// The digests that libcrypto has of them, one behind another.
    func digests(_ algorithm: Algorithm, at offsets: [Int], length: Int) -> [UInt8] {
        offsets.flatMap { Hasher.digest(algorithm, of: bytes[$0..<$0 + length]) }
    }
}

/// Memory for digests, with a margin that nobody may write to.
struct Digests {
    private static let margin = [UInt8](repeating: 0xa5, count: 64)
    private let length: Int
    private var memory: [UInt8]

    init(_ length: Int) {
        self.length = length
        memory = Self.margin + [UInt8](repeating: 0, count: length) + Self.margin
    }

    mutating func fill(_ body: (UnsafeMutablePointer<UInt8>) -> Void) {
        memory.withUnsafeMutableBufferPointer { memory in
            if let start = memory.baseAddress { body(start + Self.margin.count) }
        }
    }

    var bytes: [UInt8] { Array(memory.dropFirst(Self.margin.count).prefix(length)) }
    var isMarginWhole: Bool {
        memory.starts(with: Self.margin) && memory.suffix(Self.margin.count).elementsEqual(Self.margin)
    }
}
