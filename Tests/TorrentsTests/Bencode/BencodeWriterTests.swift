import Support
import Testing
import Torrents

@Suite("Writing bencode")
struct BencodeWriterTests {
    private func text(_ value: Bencode) -> String { String(decoding: value.encoded, as: UTF8.self) }

    @Test("Each kind of value has its form")
    func forms() {
        #expect(text(.integer(0)) == "i0e")
        #expect(text(.integer(-7)) == "i-7e")
        #expect(text(.integer(.min)) == "i-9223372036854775808e")
        #expect(text(.integer(.max)) == "i9223372036854775807e")
        #expect(text(.text("")) == "0:")
        #expect(text(.text("grün")) == "5:grün")
        #expect(Bencode.bytes([0, 255]).encoded == Array("2:".utf8) + [0, 255])
        #expect(text(.list([])) == "le")
        #expect(text(.list([.integer(1), .list([.text("a")])])) == "li1el1:aee")
        #expect(text(.dictionary([])) == "de")
        #expect(text(.list([.raw(Array("i007e".utf8))])) == "li007ee")
    }

    @Test("Keys are sorted as raw bytes")
    func order() {
        let five: KeyValuePairs<String, Bencode?> = [
            "b": .integer(1), "a": .integer(2), "B": .integer(3), "": .integer(4), "aa": .integer(5),
        ]
        #expect(text(.dictionary(five)) == "d0:i4e1:Bi3e1:ai2e2:aai5e1:bi1ee")
        let keys: [[UInt8]] = [[0xff], [0x7f], [0x80], [0xc3, 0xa9], [0x65, 0xcc, 0x81], [0x65]]
        let sorted: [[UInt8]] = [[0x65], [0x65, 0xcc, 0x81], [0x7f], [0x80], [0xc3, 0xa9], [0xff]]
        var wanted = Array("d".utf8)
        for key in sorted { wanted += Array("\(key.count):".utf8) + key + Array("i0e".utf8) }
        wanted += Array("e".utf8)
        #expect(Bencode.dictionary(keys.map { (key: $0, value: .integer(0)) }).encoded == wanted)
    }

    @Test("A key without a value is left out")
    func missing() {
        let nothing: Bencode? = nil
        #expect(Bencode.dictionary(["a": nothing, "b": .integer(1)]).encoded == Array("d1:bi1ee".utf8))
    }

    @Test("What is written is read again, the same", arguments: UInt64(0)..<20)
    func roundTrip(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<30 {
            let value = random(depth: 4, &generator)
            let bytes = value.encoded
            let reader = try BencodeReaderTests.read(bytes)
            #expect(reader.irregularities.isEmpty)
            #expect(reader.position == bytes.count)
            #expect(try Tree(bytes).bencode.encoded == bytes)
            #expect(try Tree(bytes) == Tree(value))
        }
    }

    private func random(depth: Int, _ generator: inout SeededGenerator) -> Bencode {
        let count = Int.random(in: 0...5, using: &generator)
        switch Int.random(in: 0..<(depth > 0 ? 4 : 2), using: &generator) {
        case 0:
            let bits = Int.random(in: 0..<64, using: &generator)
            return .integer(Int64(bitPattern: generator.next()) >> Int64(bits))
        case 1: return .bytes(generator.bytes(count * 7))
        case 2: return .list((0..<count).map { _ in random(depth: depth - 1, &generator) })
        default:
            var keys: Set<[UInt8]> = []
            for _ in 0..<count { keys.insert(generator.bytes(Int.random(in: 0...3, using: &generator))) }
            return .dictionary(keys.map { ($0, random(depth: depth - 1, &generator)) })
        }
    }
}

extension BencodeWriterTests {
    /// A value held in memory, to compare what was written with what is read.
    private indirect enum Tree: Equatable {
        case integer(Int64)
        case bytes([UInt8])
        case list([Tree])
        case dictionary([[UInt8]: Tree])

        init(_ bytes: [UInt8]) throws(Malformation) {
            var reader = try BencodeReader(bytes)
            self = try Tree(&reader)
        }

        init(_ reader: inout BencodeReader) throws(Malformation) {
            switch try reader.next() {
            case .integer: self = .integer(try reader.integer())
            case .text: self = .bytes(Array(reader.bytes[try reader.string()]))
            case .list:
                var elements: [Tree] = []
                try reader.list { reader throws(Malformation) in elements.append(try Tree(&reader)) }
                self = .list(elements)
            case .dictionary:
                var values: [[UInt8]: Tree] = [:]
                try reader.dictionary { reader, key throws(Malformation) in
                    values[Array(reader.bytes[key])] = try Tree(&reader)
                }
                self = .dictionary(values)
            }
        }

        init(_ value: Bencode) throws {
            switch value {
            case .integer(let number): self = .integer(number)
            case .bytes(let bytes): self = .bytes(bytes)
            case .list(let elements): self = .list(try elements.map { try Tree($0) })
            case .dictionary(let pairs):
                self = .dictionary(
                    Dictionary(uniqueKeysWithValues: try pairs.map { ($0.key, try Tree($0.value)) }))
            case .raw(let bytes): self = try Tree(bytes)
            }
        }

        var bencode: Bencode {
            switch self {
            case .integer(let number): .integer(number)
            case .bytes(let bytes): .bytes(bytes)
            case .list(let elements): .list(elements.map(\.bencode))
            case .dictionary(let values): .dictionary(values.map { ($0.key, $0.value.bencode) })
            }
        }
    }
}
