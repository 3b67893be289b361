/// Turns what is not code into blanks, so that a word in a comment or a string is no word of the program.
struct Blanking {
    private let characters: [Character]
    private var blanked: [Character] = []
    private var position = 0

    static func code(in text: String) -> String {
        var blanking = Blanking(text)
        blanking.readCode(untilParenthesis: false)
        return String(blanking.blanked)
    }

    private init(_ text: String) {
        characters = Array(text)
        blanked.reserveCapacity(characters.count)
    }

    private mutating func keep() {
        blanked.append(characters[position])
        position += 1
    }

    private mutating func blank(_ count: Int = 1) {
        for _ in 0..<count where position < characters.count {
            blanked.append(characters[position].isNewline ? characters[position] : " ")
            position += 1
        }
    }

    private func isNext(_ word: String, after distance: Int = 0) -> Bool {
        let start = position + distance
        let end = start + word.count
        return end <= characters.count && characters[start..<end].elementsEqual(word)
    }

    /// Reads code to its end, or, inside an interpolation, up to the parenthesis that closes it.
    private mutating func readCode(untilParenthesis: Bool) {
        var depth = 0
        while position < characters.count {
            if isNext("//") {
                while position < characters.count, !characters[position].isNewline { blank() }
            } else if isNext("/*") {
                readBlockComment()
            } else if characters[position] == "\"" || (characters[position] == "#" && opensRawString()) {
                readString()
            } else {
                if characters[position] == "(" { depth += 1 }
                if characters[position] == ")" { depth -= 1 }
                if untilParenthesis, depth < 0 { return }
                keep()
            }
        }
    }

    private mutating func readBlockComment() {
        var depth = 0
        repeat {
            if isNext("/*") {
                depth += 1
                blank(2)
            } else if isNext("*/") {
                depth -= 1
                blank(2)
            } else {
                blank()
            }
        } while depth > 0 && position < characters.count
    }

    private var hashes: Int { characters[position...].prefix { $0 == "#" }.count }

    private func opensRawString() -> Bool { isNext("\"", after: hashes) }

    private mutating func readString() {
        let fence = String(repeating: "#", count: hashes)
        let isLong = isNext("\"\"\"", after: fence.count)
        let quotes = isLong ? "\"\"\"" : "\""
        blank(fence.count)
        for _ in quotes { keep() }
        while position < characters.count {
            if isNext(quotes + fence) {
                for _ in quotes { keep() }
                blank(fence.count)
                return
            } else if isNext("\\" + fence + "(") {
                blank(fence.count + 2)
                readCode(untilParenthesis: true)
                blank()
            } else if isNext("\\" + fence) {
                blank(fence.count + 2)
            } else if !isLong, characters[position].isNewline {
                // Not a string after all; a text that does not compile should not swallow the rest.
                return
            } else {
                blank()
            }
        }
    }
}
