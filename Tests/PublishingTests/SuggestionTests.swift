import Publishing
import Testing

@Suite struct SuggestionTests {
    private let words = ["make", "magnet", "show", "check", "edit", "lint", "completions"]

    @Test(arguments: [
        ("mkae", "make"), ("mak", "make"), ("makee", "make"), ("nake", "make"), ("shwo", "show"), ("chekc", "check"),
        ("lnit", "lint"), ("magent", "magnet"), ("comp", "completions"), ("ma", "make"),
    ])
    func findsTheNearest(typed: String, meant: String) {
        #expect(Suggestion.closest(to: typed, among: words) == meant)
    }

    @Test(arguments: ["", "x", "c", "publish", "frobnicate", "--"])
    func staysSilentWhenNothingIsNear(typed: String) {
        #expect(Suggestion.closest(to: typed, among: words) == nil)
    }

    @Test(arguments: [
        ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1),
        ("abc", "axbc", 1), ("abc", "axc", 1), ("kitten", "sitting", 3), ("ca", "abc", 3),
    ])
    func countsSlips(first: String, second: String, count: Int) {
        #expect(Suggestion.slips(from: first, to: second) == count)
        #expect(Suggestion.slips(from: second, to: first) == count)
    }
}
