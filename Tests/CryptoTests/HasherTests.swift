import Crypto
import Support
import Testing

@Suite("Digests")
struct HasherTests {
    /// From FIPS 180-2 and its additional examples; the empty message from RFC 6234's list of tests.
    struct Vector: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let message: [UInt8]
        let sha1: String
        let sha256: String

        init(_ name: String, _ message: String, sha1: String, sha256: String) {
            testDescription = name
            self.message = Array(message.utf8)
            self.sha1 = sha1
            self.sha256 = sha256
        }
    }

    static let vectors = [
        Vector(
            "nothing", "", sha1: "da39a3ee5e6b4b0d3255bfef95601890afd80709",
            sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        Vector(
            "abc", "abc", sha1: "a9993e364706816aba3e25717850c26c9cd0d89d",
            sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        Vector(
            "448 bits", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            sha1: "84983e441c3bd26ebaae4aa1f95129e5e54670f1",
            sha256: "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
        Vector(
            "896 bits",
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
                + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            sha1: "a49b2446a02c645bf419f995b67091253a04a259",
            sha256: "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"),
        Vector(
            "a million times a", String(repeating: "a", count: 1_000_000),
            sha1: "34aa973cd4c4daa4f61eeb2bdbad27316534016f",
            sha256: "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ]

    @Test("They are the published ones", arguments: vectors)
    func published(vector: Vector) {
        #expect(Hasher.digest(.sha1, of: vector.message).hex == vector.sha1)
        #expect(Hasher.digest(.sha256, of: vector.message).hex == vector.sha256)
    }

    @Test("The kernels give the published ones, too", arguments: Kernel.all, vectors)
    func kernels(kernel: Kernel, vector: Vector) {
        // Enough messages for every lane, and one left over.
        let count = 17
        var sha1 = SteppedSHA1(count: count, lanes: kernel.lanes)
        var digestsV1 = Digests(count * 20)
        var digestsV2 = Digests(count * 32)
        vector.message.withUnsafeBufferPointer { message in
            [UnsafePointer<UInt8>?](repeating: message.baseAddress, count: count).withUnsafeBufferPointer { messages in
                digestsV1.fill { sha1.finish(messages, length: message.count, into: $0) }
                digestsV2.fill { kernel.lanes.sha256(messages, length: message.count, into: $0) }
            }
        }
        #expect(digestsV1.bytes.hex == String(repeating: vector.sha1, count: count))
        #expect(digestsV2.bytes.hex == String(repeating: vector.sha256, count: count))
    }

    @Test("Bytes in portions give what they give together", arguments: [Algorithm.sha1, .sha256])
    func portions(algorithm: Algorithm) {
        var generator = SeededGenerator(seed: 1)
        var hasher = Hasher(algorithm)
        for _ in 0..<50 {
            // The same hasher begins anew each time.
            let message = generator.bytes(Int.random(in: 0...1000, using: &generator))
            var rest = message[...]
            while !rest.isEmpty {
                let portion = rest.prefix(Int.random(in: 0...200, using: &generator))
                portion.withUnsafeBytes { hasher.update($0) }
                rest = rest.dropFirst(portion.count)
            }
            let digest = hasher.finish()
            #expect(digest.count == algorithm.length)
            #expect(digest == Hasher.digest(algorithm, of: message))
        }
    }

    @Test("A sequence that lies nowhere in memory is hashed all the same")
    func sequences() {
        let lazy = (0..<500).lazy.map { UInt8(truncatingIfNeeded: $0) }
        #expect(Hasher.digest(.sha1, of: lazy) == Hasher.digest(.sha1, of: Array(lazy)))
        #expect(Hasher.digest(.sha256, of: Array(lazy)[100..<200]) == Hasher.digest(.sha256, of: Array(100..<200)))
    }
}

extension Sequence<UInt8> {
    var hex: String { map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}
