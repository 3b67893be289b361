/// What the papers of the house have to mention.
enum Descriptions {
    /// The fixtures that no line of the folder's README names in backticks, by file name or path.
    static func undescribed(_ files: [String], in readme: String) -> [String] {
        let words = Set(readme.split(separator: "`", omittingEmptySubsequences: false).map(String.init))
        return files.filter { file in
            let name = file.split(separator: "/").last.map(String.init) ?? file
            return name != "README.md" && !words.contains(name) && !words.contains(file)
        }
    }

    /// The fixtures that the README names and that are not there.
    static func missing(_ files: [String], in readme: String) -> [String] {
        let names = Set(files.flatMap { [$0, String($0.split(separator: "/").last ?? "")] })
        return readme.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "`", omittingEmptySubsequences: false)
            // An entry: a list item or table row that begins with a name.
            guard parts.count > 2, ["- ", "* ", "| "].contains(String(parts[0])) else { return nil }
            let name = String(parts[1])
            return name.contains(".") && !name.contains(" ") && !names.contains(name) ? name : nil
        }
    }

    /// The rooms that a text does not mention as a folder, `Files/`, or in backticks.
    static func unmentioned(_ rooms: [String], in text: String) -> [String] {
        rooms.filter { room in
            let words = text.split { !($0.isLetter || $0.isNumber || $0 == "/") }
            let isFolder = words.contains { "/\($0)/".contains("/\(room)/") && $0.contains("/") }
            return !isFolder && !text.contains("`\(room)`")
        }
    }
}
