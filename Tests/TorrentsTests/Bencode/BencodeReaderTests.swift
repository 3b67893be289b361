import Support
import Testing
import Torrents

@Suite("Reading bencode")
struct BencodeReaderTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let input: [UInt8]
        let problem: String
        var testDescription: String { String(decoding: input.prefix(60), as: UTF8.self) }

        init(_ input: String, _ problem: String) {
            self.init(Array(input.utf8), problem)
        }

        init(_ input: [UInt8], _ problem: String) {
            self.input = input
            self.problem = problem
        }
    }

    /// Reads everything there is.
    static func read(_ bytes: [UInt8]) throws(Malformation) -> BencodeReader {
        var reader = try BencodeReader(bytes)
        try reader.skip()
        try reader.end()
        return reader
    }

    static let numbers = [
        Row("i", "the file ends in the middle of a number (at byte 1)"),
        Row("i-", "the file ends in the middle of a number (at byte 2)"),
        Row("i12", "the file ends in the middle of a number (at byte 3)"),
        Row("ie", "a number interrupted by \"e\" (at byte 1)"),
        Row("i-e", "a number interrupted by \"e\" (at byte 2)"),
        Row("i--1e", "a number interrupted by \"-\" (at byte 2)"),
        Row("i+1e", "a number interrupted by \"+\" (at byte 1)"),
        Row("i1.5e", "a number interrupted by \".\" (at byte 2)"),
        Row("i 1e", "a number interrupted by byte 0x20 (at byte 1)"),
        Row("i1:", "a number interrupted by \":\" (at byte 2)"),
        Row("i9223372036854775808e", "a number beyond 64 bits (at byte 0)"),
        Row("i-9223372036854775809e", "a number beyond 64 bits (at byte 0)"),
        Row("li1ei99999999999999999999ee", "[1]: a number beyond 64 bits (at byte 4)"),
    ]

    static let texts = [
        Row("4", "the file ends in the middle of a number (at byte 1)"),
        Row("4:spa", "a text of 4 bytes where 3 are left (at byte 0)"),
        Row("4spam", "a number interrupted by \"s\" (at byte 1)"),
        Row("4e", "a number interrupted by \"e\" (at byte 1)"),
        Row("-1:a", "expected a value, found \"-\" (at byte 0)"),
        Row("99999999999999999999:", "a number beyond 64 bits (at byte 0)"),
        Row("9223372036854775807:a", "a text of 9223372036854775807 bytes where 1 are left (at byte 0)"),
        Row("d1:a9223372036854775807:e", "a: a text of 9223372036854775807 bytes where 1 are left (at byte 4)"),
        Row("d99999999999999999999:e", "a number beyond 64 bits (at byte 1)"),
    ]

    static let structures = [
        Row("", "the file ends in the middle (at byte 0)"),
        Row("x", "expected a value, found \"x\" (at byte 0)"),
        Row("e", "expected a value, found \"e\" (at byte 0)"),
        Row([0], "expected a value, found byte 0x0 (at byte 0)"),
        Row([0xff, 0xd8, 0xff], "expected a value, found byte 0xff (at byte 0)"),
        Row("<html>", "expected a value, found \"<\" (at byte 0)"),
        Row("l", "[0]: the file ends in the middle (at byte 1)"),
        Row("li1e", "[1]: the file ends in the middle (at byte 4)"),
        Row("llex", "[1]: expected a value, found \"x\" (at byte 3)"),
        Row("d", "the file ends in the middle (at byte 1)"),
        Row("d1:a", "a: the file ends in the middle (at byte 4)"),
        Row("d1:ai1e", "a: the file ends in the middle (at byte 7)"),
        Row("d1:ae", "a: expected a value, found \"e\" (at byte 4)"),
        Row("di1ei2ee", "a key that is not a text (at byte 1)"),
        Row("dlei2ee", "a key that is not a text (at byte 1)"),
        Row("d-e", "expected a value, found \"-\" (at byte 1)"),
        Row("d1:ali1ed1:bd2:ccli1xeeeee", "a[1].b.cc[0]: a number interrupted by \"x\" (at byte 20)"),
        Row("d0:i1xee", "a number interrupted by \"x\" (at byte 5)"),
        Row("i1ei2e", "3 bytes behind the end of the torrent (at byte 3)"),
        Row("i1ex", "1 byte behind the end of the torrent (at byte 3)"),
        Row("i1e\n\n\n", "3 bytes behind the end of the torrent (at byte 3)"),
        Row("i1e\n\0", "2 bytes behind the end of the torrent (at byte 3)"),
        // A key of any bytes is shown as text, and a long one in part.
        Row(
            Array("d2:".utf8) + [0xff, 0xfe] + Array("i1xe".utf8),
            "\u{fffd}\u{fffd}: a number interrupted by \"x\" (at byte 7)"),
        Row(
            "d50:\(String(repeating: "k", count: 50))i1xe",
            "\(String(repeating: "k", count: 40)): a number interrupted by \"x\" (at byte 56)"),
    ]

    @Test("Each fault is told in one line, with its place", arguments: numbers + texts + structures)
    func faults(row: Row) {
        let malformation = #expect(throws: Malformation.self) { _ = try Self.read(row.input) }
        #expect(malformation?.problem == row.problem)
        #expect(malformation?.problem.contains { $0.isNewline } == false)
    }

    struct Remark: Sendable, CustomTestStringConvertible {
        let input: String
        let remarks: [(rule: Rule, problem: String)]
        var testDescription: String { input.debugDescription }

        init(_ input: String, _ remarks: (Rule, String)...) {
            self.input = input
            self.remarks = remarks
        }
    }

    static let remarks = [
        Remark("i0e"), Remark("i-1e"), Remark("0:"), Remark("le"), Remark("de"), Remark("d0:i1e1:ai2ee"),
        Remark("i9223372036854775807e"), Remark("i-9223372036854775808e"), Remark("d1:Ai1e1:ai2e2:aai3ee"),
        Remark("i007e", (.irregularNumber, "a number with leading zeros (at byte 0)")),
        Remark("li1ei00ee", (.irregularNumber, "[1]: a number with leading zeros (at byte 4)")),
        Remark("i-0e", (.irregularNumber, "minus zero (at byte 0)")),
        Remark("i-01e", (.irregularNumber, "a number with leading zeros (at byte 0)")),
        Remark("03:abc", (.irregularNumber, "a number with leading zeros (at byte 0)")),
        Remark("i1e\n", (.trailingNewline, "a line break behind the end of the torrent (at byte 3)")),
        Remark("i1e\r\n", (.trailingNewline, "a line break behind the end of the torrent (at byte 3)")),
        Remark("d1:bi1e1:ai2ee", (.unsortedKeys, "a: keys out of order (at byte 7)")),
        // Told once a dictionary.
        Remark("d1:ci1e1:bi2e1:ai3ee", (.unsortedKeys, "b: keys out of order (at byte 7)")),
        Remark("d2:aai1e1:ai2ee", (.unsortedKeys, "a: keys out of order (at byte 8)")),
        Remark("d1:ai1e1:ai2ee", (.duplicateKeys, "a: the key stands twice (at byte 7)")),
        Remark(
            "d1:ai1e1:ai2e1:ai3ee", (.duplicateKeys, "a: the key stands twice (at byte 7)"),
            (.duplicateKeys, "a: the key stands twice (at byte 13)")),
        // Two alike that are no neighbours.
        Remark(
            "d1:bi1e1:ai2e1:bi3ee", (.unsortedKeys, "a: keys out of order (at byte 7)"),
            (.duplicateKeys, "b: the key stands twice (at byte 13)")),
        Remark("d1:ai1e1:bi2e1:ai3ee", (.duplicateKeys, "a: the key stands twice (at byte 13)")),
        Remark(
            "d1:ad1:xi1e1:xi2ee1:bi1ee", (.duplicateKeys, "a.x: the key stands twice (at byte 11)")),
    ]

    @Test("What is not as it should be is remembered, with its place", arguments: remarks)
    func remembers(remark: Remark) throws {
        let reader = try Self.read(Array(remark.input.utf8))
        #expect(reader.irregularities.map(\.problem) == remark.remarks.map(\.problem))
        #expect(reader.irregularities.map(\.rule) == remark.remarks.map(\.rule))
    }

    @Test("Something else than what was asked for")
    func types() throws {
        let found = ["i1e": "a number", "1:a": "a text", "le": "a list", "de": "a dictionary"]
        for (input, kind) in found {
            func problem(_ read: (inout BencodeReader) throws(Malformation) -> Void) throws -> String? {
                var reader = try BencodeReader(Array(input.utf8))
                do throws(Malformation) { try read(&reader) } catch { return error.problem }
                return nil
            }
            let problems = [
                "a whole number": try problem { reader throws(Malformation) in _ = try reader.integer() },
                "a text": try problem { reader throws(Malformation) in _ = try reader.string() },
                "a list": try problem { reader throws(Malformation) in
                    try reader.list { r throws(Malformation) in try r.skip() }
                },
                "a dictionary": try problem { reader throws(Malformation) in
                    try reader.dictionary { r, _ throws(Malformation) in try r.skip() }
                },
            ]
            for (wanted, problem) in problems {
                let fits = wanted == kind || wanted == "a whole number" && kind == "a number"
                #expect(problem == (fits ? nil : "expected \(wanted), found \(kind) (at byte 0)"))
            }
        }
    }

    @Test("Values come out as they were written")
    func values() throws {
        var reader = try BencodeReader(Array("li-42e4:spamd1:k0:ee".utf8))
        var seen: [String] = []
        try reader.list { reader throws(Malformation) in
            switch try reader.next() {
            case .integer: seen.append("\(try reader.integer())")
            case .text: seen.append(reader.text(try reader.string()))
            case .list: try reader.skip()
            case .dictionary:
                try reader.dictionary { reader, key throws(Malformation) in
                    seen.append("\(reader.text(key))=\(reader.text(try reader.string()))")
                }
            }
        }
        try reader.end()
        #expect(seen == ["-42", "spam", "k="])
        #expect(reader.position == reader.bytes.count)
    }

    @Test("Cut short at any byte, nothing is read and nothing crashes", arguments: Sample.all.keys.sorted())
    func truncation(name: String) throws {
        let bytes = try #require(Sample.all[name]).bytes
        #expect(throws: Never.self) { try Metainfo(bytes) }
        for count in 0..<bytes.count {
            let part = Array(bytes[..<count])
            let malformation = #expect(throws: Malformation.self) { _ = try Self.read(part) }
            #expect(malformation?.rule == .notBencoded)
            #expect(malformation.map { $0.byte <= count } == true)
            #expect(throws: Malformation.self) { _ = try Metainfo(part) }
        }
    }
}
