extension Rule {
    // In halves, so that these lines do not break their own rule.
    private static let marks = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]

    static let unfinished = Rule(
        "what is unfinished is an issue, not a note in the source",
        bad: marks.map { Source("Sources/Files/A.swift", "let x = 1  // \($0): later\n") }
            + [Source("Sources/Libraries/CLanes/lanes.c", "/* \(marks[1]) */\n")],
        good: [
            Source("Sources/Files/B.swift", "let template = \".freshet-XXXXXX\"  // mkstemp's\n"),
            Source("Tests/FilesTests/C.swift", "let hacker = 1\n"),
        ]
    ) { source in
        Words.find(marks, in: source.lines).map { "\($0) is a note to yourself" }
    }

    static let crashes = Rule(
        "nothing in the sources crashes on purpose",
        bad: [
            Source("Sources/Files/A.swift", "let x = try! open()\n"),
            Source("Sources/Files/B.swift", "let x = y as! Int\n"),
            Source("Sources/Torrents/C.swift", "default: fatalError(\"never\")\n"),
            Source("Sources/Torrents/D.swift", "let x = \"\\(y as! Int)\"\n"),
        ],
        good: [
            Source("Sources/Files/E.swift", "// a try! in a comment\nlet x = \"as! fatalError(\"\n"),
            Source("Tests/FilesTests/F.swift", "let x = try! open()\n"),
        ]
    ) { source in
        guard source.path.hasPrefix("Sources/"), source.path.hasSuffix(".swift") else { return [] }
        return Words.find(["fatalError(", "try!", "as!"], in: source.codeLines).map { "\($0): throw instead" }
    }

    static let printing = Rule(
        "only Command prints",
        bad: [
            Source("Sources/Torrents/A.swift", "print(1)\n"),
            Source("Sources/Files/B.swift", "    debugPrint(x)\n"),
        ],
        good: [
            Source("Sources/Command/C.swift", "print(1)\n"),
            Source("Sources/Torrents/D.swift", "let x = fingerprint(of: y)\noutput.print(x)\n"),
        ]
    ) { source in
        guard source.path.hasPrefix("Sources/"), source.path.hasSuffix(".swift"), source.room != "Command" else {
            return []
        }
        return Words.find(["print(", "debugPrint(", "dump("], in: source.codeLines)
            .map { "\($0): values out, Command prints them" }
    }

    static let names = Rule(
        "names say what a thing is",
        bad: [
            Source("Sources/Core/A.swift", ""),
            Source("Sources/Files/FileUtils.swift", ""),
            Source("Sources/Files/B.swift", "package final class FileManager2 {\n"),
            Source("Sources/Files/C.swift", "enum StringHelpers {}\n"),
            Source("Sources/Files/D.swift", "actor TorrentService {\n"),
            Source("Sources/Files/E.swift", "typealias CommonValues = Int\n"),
        ],
        good: [
            Source("Sources/Service/F.swift", "struct Score {}\nenum Commonplace {}\n"),
            Source("Sources/Files/G.swift", "// class CoreManager\nlet files = FileManager.default\n"),
        ]
    ) { source in
        let places = source.path.split(separator: "/").map { name in
            (1, String(name.prefix { $0 != "." && $0 != "+" }))
        }
        let types = source.codeLines.enumerated().flatMap { number, line in
            declaredTypes(in: line).map { (number + 1, $0) }
        }
        return (places + types).compactMap { line, name in
            let parts = Words.parts(of: name).map { $0.filter(\.isLetter) }
            if let word = parts.first(where: emptyWords.contains) { return "\(line): `\(name)`: \(word) says nothing" }
            return parts.count > 1 && parts.last == "Service" ? "\(line): `\(name)`: \(name.dropLast(7)) what?" : nil
        }
    }

    private static let emptyWords: Set<String> = [
        "Core", "Common", "Util", "Utils", "Utilities", "Helper", "Helpers", "Manager", "Managers",
    ]

    private static let typeWords: Set<Substring> = [
        "struct", "enum", "class", "actor", "protocol", "typealias", "associatedtype",
    ]

    private static func declaredTypes(in line: Substring) -> [String] {
        let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
        return zip(words, words.dropFirst())
            .filter { typeWords.contains($0) && ($1.first?.isUppercase ?? false) }
            .map { String($1) }
    }
}
