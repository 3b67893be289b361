/// Where a function, initializer or subscript with a body begins, and how many lines it has.
struct Function {
    let name: String
    let line: Int
    let lineCount: Int

    /// Reads blanked code by its words, brackets and lines; it knows no more of Swift than that.
    static func all(in code: String) -> [Function] {
        let characters = Array(code)
        var functions: [Function] = []
        var line = 1
        var position = 0
        while position < characters.count {
            if characters[position].isNewline { line += 1 }
            let isStart = position == 0 || !isWord(characters[position - 1])
            if isStart, isWord(characters[position]) {
                let word = String(characters[position...].prefix(while: isWord))
                let isMember = position > 0 && characters[position - 1] == "."
                if ["func", "init", "deinit", "subscript"].contains(word), !isMember,
                    let lineCount = lineCount(of: characters[(position + word.count)...])
                {
                    let rest = characters[(position + word.count)...].drop(while: \.isWhitespace)
                    let name = word == "func" ? String(rest.prefix { $0 != "(" && $0 != "<" }) : word
                    functions.append(Function(name: name, line: line, lineCount: lineCount))
                }
                position += word.count
            } else {
                position += 1
            }
        }
        return functions
    }

    /// From behind the introducing word to the brace that closes the body; nil when there is no body.
    private static func lineCount(of rest: ArraySlice<Character>) -> Int? {
        var lineCount = 1
        var brackets = 0
        var braces = 0
        var word = ""
        for character in rest {
            if character.isNewline { lineCount += 1 }
            if isWord(character) {
                word.append(character)
            } else {
                if braces == 0, brackets == 0, declarations.contains(word) { return nil }
                word = ""
            }
            switch character {
            case "(", "[": brackets += 1
            case ")", "]": brackets -= 1
            // Braces inside the signature's brackets belong to default values.
            case "{" where brackets == 0: braces += 1
            case "}" where brackets == 0:
                braces -= 1
                if braces == 0 { return lineCount }
                if braces < 0 { return nil }
            default: break
            }
            if brackets < 0, braces == 0 { return nil }
        }
        return nil
    }

    private static let declarations: Set<String> = [
        "func", "init", "deinit", "subscript", "var", "let", "case", "associatedtype", "typealias",
        "struct", "enum", "class", "actor", "protocol", "extension", "import",
    ]

    private static func isWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }
}
