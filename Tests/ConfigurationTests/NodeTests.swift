import Configuration
import Testing

@Suite("The tree of a YAML file")
struct NodeTests {
    @Test(
        "Scalars: only true and false are booleans, and a number stays as it is written",
        arguments: [
            ("true", "true"), ("false", "false"), ("'true'", "'true'"), ("\"false\"", "'false'"),
            ("|-\n true", "'true'"),
            ("yes", "'yes'"), ("no", "'no'"), ("on", "'on'"), ("off", "'off'"), ("y", "'y'"), ("True", "'True'"),
            ("TRUE", "'TRUE'"), ("26.11", "'26.11'"), ("26.10", "'26.10'"), ("010", "'010'"), ("0x1F", "'0x1F'"),
            ("1e3", "'1e3'"), ("1_000", "'1_000'"), ("12:30:45", "'12:30:45'"), ("2026-11-21", "'2026-11-21'"),
            (".inf", "'.inf'"), ("-1", "'-1'"),
            ("", "nothing"), ("~", "nothing"), ("null", "nothing"), ("NULL", "nothing"), ("''", "''"),
            ("'~'", "'~'"), ("\"null\"", "'null'"), ("nil", "'nil'"),
            ("a b # c", "'a b'"), ("a#b", "'a#b'"), ("'it''s'", "'it's'"), ("\"a\\tb\\u00e9\"", "'a\tbé'"),
            ("a\n  b", "'a b'"), (">-\n a\n b\n", "'a b'"), ("\"a\\0b\"", "'a\0b'"),
        ])
    func scalars(written: String, shown: String) throws {
        #expect(try Reading.node("k: " + written)?.shown == "{k: \(shown)}")
    }

    @Test(
        "Lists and mappings, in both styles",
        arguments: [
            ("a: [x, 'y', {b: c}]", "{a: ['x', 'y', {b: 'c'}]}"),
            ("a:\n- x\n-\n  b: c\n", "{a: ['x', {b: 'c'}]}"),
            ("- - a\n  - b\n- []\n- {}\n", "[['a', 'b'], [], {}]"),
            ("true: a\n26.11: b\n~: c", "{true: 'a', 26.11: 'b', ~: 'c'}"),
            ("s3://a/b: {R2:x: y}", "{s3://a/b: {R2:x: 'y'}}"),
            ("'<<': a", "{<<: 'a'}"),
            ("? a\n: b", "{a: 'b'}"),
            ("---\na: yes\n...\n", "{a: 'yes'}"),
            ("\u{feff}a: b", "{a: 'b'}"),
            ("a: b\r\nc: d\r\n", "{a: 'b', c: 'd'}"),
            ("a: &x [1, 2]\nb: *x\nc: [*x, *x]", "{a: ['1', '2'], b: ['1', '2'], c: [['1', '2'], ['1', '2']]}"),
            ("a: &x 1\nb: &x 2\nc: *x", "{a: '1', b: '2', c: '2'}"),
        ])
    func trees(text: String, shown: String) throws {
        #expect(try Reading.node(text)?.shown == shown)
    }

    @Test(
        "A file that says nothing is no tree",
        arguments: ["", "\n\n", "# all\n#off\n", "---\n", "~", "\u{feff}", "---\n..."])
    func nothing(text: String) throws {
        #expect(try Reading.node(text) == nil)
        #expect(try Reading.settings(text) == Settings())
    }

    @Test("Every key and value knows its place, in letters from 1")
    func places() throws {
        let node = try #require(try Reading.node("# é\n  ü: 'x'\n  b:\n  - é\n  -   [💿, z]\n  c: &n y\n  d: *n\n"))
        guard case .mapping(let entries) = node.content else { return #expect(Bool(false), "no mapping") }
        #expect(entries.map(\.place) == [mark(2, 3), mark(3, 3), mark(6, 3), mark(7, 3)])
        #expect(entries.map(\.value.place) == [mark(2, 6), mark(4, 3), mark(6, 6), mark(7, 6)])
        guard case .list(let items) = entries[1].value.content, case .list(let inner) = items[1].content else {
            return #expect(Bool(false), "no list")
        }
        #expect(items.map(\.place) == [mark(4, 5), mark(5, 7)])
        #expect(inner.map(\.place) == [mark(5, 8), mark(5, 11)])
    }

    private func mark(_ line: Int, _ column: Int) -> ConfigurationError.Place {
        .mark(Mark(line: line, column: column))
    }
}
