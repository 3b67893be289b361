/// "Did you mean": the known word that a mistyped one most likely stands for.
package enum Suggestion {
    /// The end of a sentence that says a word is unknown: a question, or nothing.
    package static func question(for typed: String, among words: [String]) -> String {
        closest(to: typed, among: words).map { "; did you mean \"\($0)\"?" } ?? ""
    }

    /// The nearest of `words`, if one is near at all: at most one slip in three letters, or the beginning of it.
    package static func closest(to typed: String, among words: [String]) -> String? {
        let near = words.map { word in (word: word, slips: slips(from: typed, to: word)) }
            .filter { $0.slips <= max(1, max(typed.count, $0.word.count) / 3) }
        if let best = near.min(by: { $0.slips < $1.slips }) { return best.word }
        let letters = typed.drop { $0 == "-" }
        return letters.count < 2 ? nil : words.first { $0.hasPrefix(typed) }
    }

    /// How many letters were left out, added, mistaken or swapped with their neighbour (optimal string alignment).
    package static func slips(from first: String, to second: String) -> Int {
        let (first, second) = (Array(first), Array(second))
        if first.isEmpty || second.isEmpty { return max(first.count, second.count) }
        var beforePrevious: [Int] = []
        var previous = Array(0...second.count)
        for i in 1...first.count {
            var row = [i]
            for j in 1...second.count {
                let mistaken = previous[j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1)
                var least = min(previous[j] + 1, row[j - 1] + 1, mistaken)
                if i > 1, j > 1, first[i - 1] == second[j - 2], first[i - 2] == second[j - 1] {
                    least = min(least, beforePrevious[j - 2] + 1)
                }
                row.append(least)
            }
            (beforePrevious, previous) = (previous, row)
        }
        return previous[second.count]
    }
}
