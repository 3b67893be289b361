import Publishing
import Support
import Testing

@Suite("Globs against a second reading of what they mean", .timeLimit(.minutes(5)))
struct GlobPropertyTests {
    private static let pieces = [
        "a", "b", "a", "b", "/", "/", "*", "*", "**", "**/", "/**/", "?", "[ab]", "[!a]", "{a,b}", "{a*,}", "{b?,a,**}",
        "\\*", "\\?", "é", ".freshet", "c",
    ]
    private static let letters = ["a", "a", "a", "b", "b", "b", "/", "/", "*", "?", "é", "c", ".freshet"]

    private static func joined(_ parts: [String], _ count: ClosedRange<Int>, _ random: inout SeededGenerator) -> String
    {
        (0..<Int.random(in: count, using: &random)).reduce(into: "") { text, _ in
            text += parts.randomElement(using: &random) ?? ""
        }
    }

    @Test("Lists of random patterns select the same random keys", arguments: [1, 2, 3, 4] as [UInt64])
    func agree(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var selected = 0
        var compared = 0
        for _ in 0..<800 {
            var patterns: [String] = []
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let pattern = Self.joined(Self.pieces, 1...5, &random)
                // Three stars are refused; slashes alone are as well, and tested elsewhere.
                if pattern.contains("***") || pattern.allSatisfy({ $0 == "/" }) { continue }
                patterns.append((Bool.random(using: &random) ? "" : "!") + pattern)
            }
            let globs = try Globs(patterns)
            for _ in 0..<12 {
                let key = Self.joined(Self.letters, 0...6, &random)
                let expected = NaiveGlob.includes(key, patterns: patterns)
                try #require(globs.includes(key) == expected, "\(patterns) \(key)")
                compared += 1
                selected += expected ? 1 : 0
            }
        }
        // The keys are worth comparing: neither all in nor all out.
        #expect(selected > compared / 5 && selected < compared * 4 / 5)
    }

    @Test("Whatever is written, it is a pattern or a refusal within the text")
    func anyText() {
        var random = SeededGenerator(seed: 5)
        let signs = ["[", "]", "{", "}", ",", "!", "^", "-", "\\", "*", "?", "/", ":", "a", "z", "é", "\u{301}", "💿"]
        for _ in 0..<5000 {
            let text = Self.joined(signs, 0...10, &random)
            do throws(GlobError) {
                _ = try Globs([text]).includes("a/b-z")
            } catch {
                let letters = text.unicodeScalars.count
                #expect((1...(letters + 1)).contains(error.column) && error.pattern == text, "\(text)")
            }
        }
    }
}
