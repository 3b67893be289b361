import Configuration
import Testing

/// Files made to be too much.
@Suite("Files without measure", .timeLimit(.minutes(1)))
struct LimitsTests {
    private func fault(_ text: String) -> ConfigurationError.Fault? {
        do throws(ConfigurationError) {
            _ = try Reading.node(text)
            return nil
        } catch {
            return error.fault
        }
    }

    private func repeated(_ text: String, toBytes count: Int = Limits.bytes) -> String {
        String(repeating: text, count: count / text.utf8.count)
    }

    @Test("Nor do names that are all different take long")
    func different() {
        for (before, after) in [("%TAG !a", "! b\n"), ("- &a", " b\n"), ("a", ": &a b\n"), ("...\n%TAG !a", "! b\n")] {
            let text = (0..<60_000).map { before + String($0) + after }.joined()
            #expect(ContinuousClock().measure { _ = Reading.error(text) } < .seconds(20))
        }
    }

    @Test("A mebibyte is read, one byte more is not")
    func size() throws {
        let text = "a: b\n#" + String(repeating: "x", count: 1_048_570)
        #expect(try Reading.node(text)?.shown == "{a: 'b'}")
        #expect(throws: ConfigurationError(.tooLarge(limit: 1_048_576), at: .file)) { try Reading.node(text + "x") }
    }

    @Test("32 levels are read, one more is not")
    func depth() {
        func nested(_ levels: Int) -> String {
            String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        }
        #expect(fault(nested(32)) == nil)
        #expect(fault(nested(33)) == .tooDeep(limit: 32))
        #expect(fault("a: " + nested(31)) == nil)
        #expect(fault("a: " + nested(32)) == .tooDeep(limit: 32))
    }

    @Test("Aliases within one another grow deeper no further")
    func aliasDepth() {
        func chain(_ links: Int) -> String {
            "- &a0 x\n" + (1...links).map { "- &a\($0) [*a\($0 - 1)]\n" }.joined()
        }
        #expect(fault(chain(31)) == nil)
        #expect(fault(chain(32)) == .tooDeep(limit: 32))
        #expect(fault(chain(20_000)) == .tooDeep(limit: 32))
    }

    @Test("A billion laughs are refused after a hundred thousand")
    func laughs() {
        var text = "a0: &a0 lol\n"
        for level in 1...9 {
            let ten = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(ten)]\n"
        }
        #expect(fault(text) == .tooMany(limit: 100_000))
        let list = "a: &a [" + String(repeating: "x,", count: 999) + "x]\nb: ["
        // The mapping, its first list with what is in it, its second list, then a list with its contents each time.
        #expect(fault(list + String(repeating: "*a,", count: 98) + "]") == nil)
        #expect(fault(list + String(repeating: "*a,", count: 99) + "]") == .tooMany(limit: 100_000))
    }

    @Test("A hundred thousand values are read, one more is not")
    func nodes() {
        #expect(fault("[" + String(repeating: "x,", count: 99_999) + "]") == nil)
        #expect(fault("[" + String(repeating: "x,", count: 100_000) + "]") == .tooMany(limit: 100_000))
    }

    @Test(
        "A mebibyte of anything is read or refused at once",
        arguments: [
            "[", "{", "- ", "? ", "a: ", "&a ", "*a ", "!a ", "[a", "{a: ", "\"", "'", "|\n", "a\n", "#\n", "\n", " ",
            "-\n",
            "---\n", "%YAML 1.1\n", "%TAG ! a\n", ":", "[]", "{}", ",", "\t", "é", "\u{2028}", "\r", "\\", "&a [",
            "- - - ",
            "\"a\": ", "a:\n ", "[?", "x, ",
        ])
    func anything(part: String) {
        let clock = ContinuousClock()
        let taken = clock.measure { _ = Reading.error(repeated(part)) }
        #expect(taken < .seconds(20))
    }
}
