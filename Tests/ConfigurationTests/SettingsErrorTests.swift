import Configuration
import Publishing
import Testing

@Suite("Settings that are refused")
struct SettingsErrorTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let text: String
        let problem: String
        let advice: String?
        var testDescription: String { problem }

        init(_ text: String, _ problem: String, try advice: String? = nil) {
            self.text = text
            self.problem = problem
            self.advice = advice
        }
    }

    private static let address = "expected an http or https address with a host, and no user, query or fragment"
    private static let keys = "one of: public, endpoint, region, path-style, filters, buckets"
    private static let quotes = "put the value in quotes, as in \"*.iso\" or \"!*.tmp\""

    private static let keyRows = [
        Row(
            "region: eu\nfiltres: {}", "line 2, column 1: there is no key \"filtres\" here; did you mean \"filters\"?",
            try: keys),
        Row("xyz: 1", "line 1, column 1: there is no key \"xyz\" here", try: keys),
        Row(
            "buckets:\n  testing:\n    regoin: eu",
            "line 3, column 5: there is no key \"regoin\" here; did you mean \"region\"?",
            try: "one of: endpoint, region, path-style, public"),
        Row("Region: eu", "line 1, column 1: there is no key \"Region\" here; did you mean \"region\"?", try: keys),
        Row(
            "region: eu\nregion: us", "line 2, column 1: \"region\" stands here again, first in line 1"),
        Row("- region: eu", "line 1, column 1: expected a mapping of settings, found a list"),
        Row("region", "line 1, column 1: expected a mapping of settings, found the text \"region\""),
    ]

    private static let valueRows = [
        Row("path-style: yes", "line 1, column 13: expected true or false, found the text \"yes\""),
        Row("path-style: 'true'", "line 1, column 13: expected true or false, found the text \"true\""),
        Row("path-style: True", "line 1, column 13: expected true or false, found the text \"True\""),
        Row("path-style: [true]", "line 1, column 13: expected true or false, found a list"),
        Row("path-style: 'not a short text'", "line 1, column 13: expected true or false, found a text"),
        Row(
            "path-style:", "line 1, column 12: expected true or false, found nothing",
            try: "give it a value, or leave the key out"),
        Row("region: true", "line 1, column 9: expected a text, found true", try: "put it in quotes"),
        Row(
            "region: ~", "line 1, column 9: expected a text, found nothing",
            try: "give it a value, or leave the key out"),
        Row("region: {a: b}", "line 1, column 9: expected a text, found a mapping"),
        Row(
            "region: \"eu\\nX: y\"",
            "line 1, column 9: expected a name of letters, digits, \"-\", \"_\" and \".\", found another text"),
        Row("public: https://a", "line 1, column 9: expected a list, found a text"),
        Row("public: [https://a, [b]]", "line 1, column 21: expected a text, found a list"),
        Row("public:\n- https://a\n- ftp://a", "line 3, column 3: \(address)"),
        Row("endpoint: minio.example", "line 1, column 11: \(address)"),
        Row("endpoint: https://user:secret@a", "line 1, column 11: \(address)"),
        Row("endpoint: https:///a", "line 1, column 11: \(address)"),
        Row("endpoint: https://:80", "line 1, column 11: \(address)"),
        Row("endpoint: https://a?b", "line 1, column 11: \(address)"),
        Row("endpoint: 'https://a b'", "line 1, column 11: \(address)"),
        Row("endpoint: https://é", "line 1, column 11: \(address)"),
        Row("buckets: []", "line 1, column 10: expected a mapping of names, found a list"),
        Row("buckets: {a: b}", "line 1, column 14: expected a mapping of settings, found the text \"b\""),
    ]

    private static let filterRows = [
        Row("filters: {a: '*.iso'}", "line 1, column 14: expected a list, found the text \"*.iso\""),
        Row(
            "filters: {a: []}", "line 1, column 14: a filter without a pattern selects nothing",
            try: "\"**\" selects everything"),
        Row(
            "filters:\n  a:\n  - '*'\n  - 'x[ab'",
            "line 4, column 5: the pattern \"x[ab\" has a \"[\" that is never closed (at its letter 2)",
            try: "close it with \"]\", or write \"\\[\" for the bracket itself"),
        Row(
            "a: &x ['[']\nfilters: {a: *x}", "line 1, column 1: there is no key \"a\" here", try: keys),
        Row(
            "filters:\n  a: &x [b]\n  c: [*x]", "line 3, column 7: expected a text, found a list"),
        Row("filters:\n  a:\n  - *.iso", "line 3, column 5: \"*\" has a meaning of its own in YAML", try: quotes),
        Row(
            "filters:\n  a:\n  - !*.tmp",
            "line 3, column 5: \"!*.tmp\" is a tag to YAML, and tags are not understood", try: quotes),
        Row(
            "filters:\n  a: [*iso]",
            "line 2, column 7: \"*iso\" repeats a value, and none before it is named \"&iso\"", try: quotes),
    ]

    private static let fileRows = [
        Row(
            "region: eu\n---\nregion: us", "line 2, column 1: a second document begins here",
            try: "one file holds one configuration: leave out \"---\""),
        Row(
            "public:\n\t- https://a", "line 2, column 1: a tab where YAML allows only spaces", try: "indent with spaces"
        ),
        Row(
            "region: eu: us",
            "line 1, column 11: this is not YAML: mapping values are not allowed in this context, in: region: eu: us",
            try: "check the indentation, and put values with \": \", \" #\", brackets or braces in quotes"),
        Row("a: \u{1}", "line 1, column 4: a character that YAML does not allow"),
        Row(
            "a: {<<: {}}", "line 1, column 5: merge keys (<<) are not understood",
            try: "write the keys out, or repeat the whole value with an alias"),
        Row(
            "%YAML 1.1\n---\nregion: eu",
            "line 1, column 1: a line that begins with \"%\" is a directive to YAML, and none is understood",
            try: "leave the line out"),
        Row("[a]: b", "line 1, column 1: a key must be a text"),
        Row(
            String(repeating: "[", count: 40), "line 1, column 33: nested deeper than 32 levels"),
        Row(
            "filters: {a: [" + String(repeating: "x,", count: 100_000),
            "line 1, column 200009: more than 100000 values, those that aliases repeat counted each time"),
        Row(String(repeating: "#", count: 1_048_577), "larger than 1048576 bytes"),
    ]

    @Test("Place, problem and advice", arguments: keyRows + valueRows + filterRows + fileRows)
    func refused(row: Row) {
        let error = Reading.error(row.text)
        #expect(error?.problem == row.problem)
        #expect(error?.advice == row.advice)
    }

    @Test("Not UTF-8")
    func encoding() {
        let error = Reading.error([0x61, 0xe9, 0x0a])
        #expect(error?.problem == "line 1, column 2: not UTF-8")
        #expect(error?.advice == "save it as UTF-8")
    }

    @Test("Long words are shown cut, and resemble nothing")
    func long() {
        let error = Reading.error(String(repeating: "region", count: 20) + ": a")
        let shown = String(repeating: "region", count: 10)
        #expect(error?.problem == "line 1, column 1: there is no key \"\(shown)…\" here")
    }
}
