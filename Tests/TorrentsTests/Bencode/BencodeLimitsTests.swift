import Testing
import Torrents

/// Input made to be too much.
@Suite("Bencode without measure", .timeLimit(.minutes(5)))
struct BencodeLimitsTests {
    private func problem(_ bytes: [UInt8]) -> (rule: Rule, problem: String)? {
        do throws(Malformation) {
            _ = try BencodeReaderTests.read(bytes)
            return nil
        } catch {
            return (error.rule, error.problem)
        }
    }

    private func bytes(_ text: String, times: Int) -> [UInt8] {
        let part = Array(text.utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(part.count * times)
        for _ in 0..<times { bytes += part }
        return bytes
    }

    @Test("Lists without end")
    func lists() {
        let found = problem(bytes("l", times: 1_000_000))
        #expect(found?.rule == .tooDeep)
        // The last steps of the way are enough.
        let place = "…" + String(repeating: "[0]", count: 8)
        #expect(found?.problem == "\(place): nested deeper than 100 levels (at byte 100)")
    }

    @Test("Dictionaries without end")
    func dictionaries() {
        let found = problem(bytes("d1:a", times: 1_000_000))
        #expect(found?.rule == .tooDeep)
        let place = "…" + String(repeating: ".a", count: 8)
        #expect(found?.problem == "\(place): nested deeper than 100 levels (at byte 400)")
    }

    @Test("A hundred levels are read, one more is not")
    func depth() {
        #expect(problem(bytes("l", times: 100) + bytes("e", times: 100)) == nil)
        #expect(problem(bytes("l", times: 101) + bytes("e", times: 101))?.rule == .tooDeep)
    }

    @Test("Ten million bytes are read, one more is not")
    func size() {
        let most = Array("9999992:".utf8) + [UInt8](repeating: 0, count: 9_999_992)
        #expect(most.count == 10_000_000)
        #expect(problem(most) == nil)
        let found = problem(most + [0])
        #expect(found?.rule == .tooLarge)
        #expect(found?.problem == "10000001 bytes, more than the 10000000 that clients read (at byte 0)")
    }

    @Test("Three million values are read, one more is not")
    func tokens() {
        // The list itself is one of them.
        let found = problem(bytes("l", times: 1) + bytes("0:", times: 3_000_000) + bytes("e", times: 1))
        #expect(found?.rule == .tooLarge)
        #expect(found?.problem == "[2999999]: more than 3000000 values (at byte 5999999)")
        #expect(problem(bytes("l", times: 1) + bytes("0:", times: 2_999_999) + bytes("e", times: 1)) == nil)
    }

    @Test("Keys out of order are looked through as long as they are few")
    func unsortedKeys() throws {
        func dictionary(_ count: Int, last: String) -> [UInt8] {
            let keys = (1..<count).map { "k\($0 + 1000)" } + [last]
            return Array("d".utf8) + keys.flatMap { Array("5:\($0)i1e".utf8) } + Array("e".utf8)
        }
        #expect(problem(dictionary(1000, last: "zzzzz")) == nil)
        #expect(
            try BencodeReaderTests.read(dictionary(63, last: "aaaaa")).irregularities.map(\.rule) == [.unsortedKeys])
        #expect(
            try BencodeReaderTests.read(dictionary(63, last: "k1001")).irregularities.map(\.rule) == [.duplicateKeys])
        let found = problem(dictionary(64, last: "aaaaa"))
        #expect(found?.rule == .tooManyKeys)
        #expect(found?.problem == "aaaaa: too many keys out of order (at byte 631)")
    }

    @Test("Irregularities are counted out, not piled up")
    func irregularities() throws {
        let bytes = bytes("l", times: 1) + bytes("i00e", times: 1000) + bytes("e", times: 1)
        #expect(try BencodeReaderTests.read(bytes).irregularities.count == 100)
    }
}
