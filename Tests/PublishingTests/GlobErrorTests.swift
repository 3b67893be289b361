import Publishing
import Testing

@Suite("Patterns that are none")
struct GlobErrorTests {
    @Test(
        "The fault and its column",
        arguments: [
            ("", 1, .empty), ("!", 2, .empty), ("/", 1, .empty), ("!//", 2, .empty),
            ("a***", 2, .tooManyStars), ("****/x", 1, .tooManyStars),
            ("x[ab", 2, .unclosedSet), ("[", 1, .unclosedSet), ("[]", 1, .unclosedSet), ("[!]", 1, .unclosedSet),
            ("[a-", 1, .unclosedSet), ("[z-a]", 2, .reversedRange), ("ab[xz-a]", 5, .reversedRange),
            ("[[:alpha:]]", 2, .characterClass), ("[a[.x.]]", 3, .characterClass),
            ("x{a,b", 2, .unclosedBrace), ("{a,{b,c}}", 4, .nestedBrace), ("{{x}}", 2, .nestedBrace),
            ("a}", 2, .strayBrace), ("{a}}", 4, .strayBrace),
            ("{a/b,c}", 3, .slash(within: "{}")), ("{a\\/b}", 3, .slash(within: "{}")),
            ("[a/b]", 3, .slash(within: "[]")), ("[a-/]", 4, .slash(within: "[]")),
            ("é💿\\", 3, .danglingEscape), ("[a\\", 3, .danglingEscape),
        ] as [(String, Int, GlobError.Fault)])
    func refused(pattern: String, column: Int, fault: GlobError.Fault) {
        #expect(throws: GlobError(pattern: pattern, column: column, fault: fault)) { try Globs([pattern]) }
    }

    @Test("A pattern has at most 1024 letters")
    func length() throws {
        #expect(try Globs([String(repeating: "é", count: 1024)]).includes(String(repeating: "é", count: 1024)))
        let long = String(repeating: "a", count: 1025)
        #expect(throws: GlobError(pattern: long, column: 1025, fault: .tooLong(limit: 1024))) { try Globs([long]) }
    }

    @Test("In words")
    func words() {
        let error = #expect(throws: GlobError.self) { try Globs(["*.iso", "*.[iso"]) }
        #expect(error?.problem == "the pattern \"*.[iso\" has a \"[\" that is never closed (at its letter 3)")
        #expect(error?.advice == "close it with \"]\", or write \"\\[\" for the bracket itself")
    }

    @Test("A long pattern is shown cut")
    func cut() {
        let error = #expect(throws: GlobError.self) { try Globs([String(repeating: "a", count: 5000)]) }
        #expect((error?.problem.utf8.count ?? 0) < 200)
    }
}
