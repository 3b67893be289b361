/// Whole words in a text, each with the line it is in.
enum Words {
    /// Finds `words` where they stand alone: `print(` is not in `fingerprint(`.
    static func find(_ words: [String], in lines: [Substring]) -> [String] {
        lines.enumerated().flatMap { number, line in
            words.filter { contains($0, in: line) }.map { "\(number + 1): `\($0)`" }
        }
    }

    private static func contains(_ word: String, in line: Substring) -> Bool {
        var rest = line
        while let range = rest.firstRange(of: word) {
            let before = range.lowerBound > line.startIndex ? line[line.index(before: range.lowerBound)] : " "
            let after = range.upperBound < line.endIndex ? line[range.upperBound] : " "
            let endsOpen = word.last.map(isWord) ?? false
            if !isWord(before), before != ".", !(endsOpen && isWord(after)) { return true }
            rest = line[range.upperBound...]
        }
        return false
    }

    private static func isWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }

    /// `HTTPServerManager2` → `HTTP`, `Server`, `Manager2`: a word begins at a capital that follows or leads a small
    /// letter.
    static func parts(of name: String) -> [String] {
        var parts: [String] = []
        let letters = Array(name)
        for (index, letter) in letters.enumerated() {
            let followsSmall = index > 0 && !letters[index - 1].isUppercase
            let leadsSmall = index + 1 < letters.count && letters[index + 1].isLowercase
            if letter.isUppercase, followsSmall || leadsSmall || parts.isEmpty {
                parts.append(String(letter))
            } else {
                parts.append((parts.popLast() ?? "") + String(letter))
            }
        }
        return parts
    }
}
