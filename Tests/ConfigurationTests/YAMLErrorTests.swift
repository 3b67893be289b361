import Configuration
import Testing

@Suite("Files that cannot be read")
struct YAMLErrorTests {
    typealias Fault = ConfigurationError.Fault

    @Test(
        "The fault and its place",
        arguments: [
            ("a: 1\nb: 2\na: 3", 3, 1, .duplicateKey("a", first: Mark(line: 1, column: 1))),
            ("x: {a: 1, 'a': 2}", 1, 11, .duplicateKey("a", first: Mark(line: 1, column: 5))),
            ("é: 1\ne\u{301}: 2", 2, 1, .duplicateKey("é", first: Mark(line: 1, column: 1))),
            ("a: !!str 26.11", 1, 4, .tag("tag:yaml.org,2002:str")),
            ("a:\n- !*.tmp", 2, 3, .tag("!*.tmp")),
            ("! a: b", 1, 1, .tag("!")), ("\u{feff}a: !x b", 1, 4, .tag("!x")),
            ("!x\na: b", 1, 1, .tag("!x")),
            ("a: 1\n--- \nb: 2", 2, 1, .secondDocument),
            ("---\n---\n", 2, 1, .secondDocument),
            ("b: &x {c: 1}\na:\n  <<: *x\n", 3, 3, .mergeKey),
            ("a: *x\nb: &x 1", 1, 4, .unknownAnchor("x")),
            ("a: &x [*x]", 1, 8, .unknownAnchor("x")),
            ("[a]: b", 1, 1, .keyNotText), ("? {a: b}\n: c", 1, 3, .keyNotText), ("?\n: b", 1, 2, .keyNotText),
            ("'': b", 1, 1, .keyNotText), ("a: &k b\n*k : c", 2, 1, .keyNotText), ("&k a: b", 1, 1, .keyNotText),
            ("a:\n\t- b", 2, 1, .tab), ("a:\n  b: c\n\td: e", 3, 1, .tab), ("\ta: b", 1, 1, .tab),
            ("a:\n- *.iso", 2, 3, .unquoted("*")), ("a: *", 1, 4, .unquoted("*")),
            ("a: [*.iso, '*']", 1, 5, .unquoted("*")), ("a: @b", 1, 4, .unquoted("@")),
            ("a: `b`", 1, 4, .unquoted("`")),
            ("a: %b", 1, 4, .unquoted("%")), ("a: &*b", 1, 4, .unquoted("&")),
            ("a: [a-z]*.iso", 1, 9, .unquoted("*")),
            ("a: b\n  c\u{7}: d", 2, 4, .unprintable), ("é: \u{0}", 1, 4, .unprintable),
            ("a: \u{fffe}b", 1, 4, .unprintable),
            ("a: b: c", 1, 5, .syntax("mapping values are not allowed in this context", line: "a: b: c")),
            ("a: [b\nc: d", 2, 2, .syntax("did not find expected ',' or ']'", line: "c: d")),
            ("a: 'b", 1, 6, .syntax("found unexpected end of stream", line: "a: 'b")),
            ("a: 1\n b: 2", 2, 3, .syntax("mapping values are not allowed in this context", line: " b: 2")),
            ("a: \"\\ud800\"", 1, 7, .syntax("found invalid Unicode character escape code", line: "a: \"\\ud800\"")),
            ("# é\n%YAML 1.1\n---\na: yes", 2, 1, .directive), ("a: b\n...\n%TAG ! x", 3, 1, .directive),
        ] as [(String, Int, Int, Fault)])
    func refused(text: String, line: Int, column: Int, fault: Fault) {
        let place = ConfigurationError.Place.mark(Mark(line: line, column: column))
        #expect(throws: ConfigurationError(fault, at: place)) { try Reading.node(text) }
    }

    @Test(
        "Bytes that are not UTF-8, and where",
        arguments: [
            ([0x61, 0x3a, 0x20, 0xff], 1, 4), (Array("a: b\né: ".utf8) + [0xc3], 2, 4),
            ([0xff, 0xfe, 0x61, 0x00], 1, 1),
            (Array("a: b\r\nc: ".utf8) + [0xed, 0xa0, 0x80], 2, 4), ([0x23, 0xc0, 0xaf], 1, 2),
        ] as [([UInt8], Int, Int)])
    func encoding(bytes: [UInt8], line: Int, column: Int) {
        let place = ConfigurationError.Place.mark(Mark(line: line, column: column))
        #expect(throws: ConfigurationError(.notUTF8, at: place)) { try NodeReading.read(bytes) }
    }
}
