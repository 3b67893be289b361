/// What a pattern means, written down a second time: braces are multiplied out, and every choice is tried.
enum NaiveGlob {
    static func includes(_ key: String, patterns: [String]) -> Bool {
        var answer = patterns.allSatisfy { $0.hasPrefix("!") } && !patterns.isEmpty
        for pattern in patterns {
            let excludes = pattern.hasPrefix("!")
            if matches(excludes ? String(pattern.dropFirst()) : pattern, key) { answer = !excludes }
        }
        return answer && !"/\(key)".contains("/.freshet/")
    }

    private static func matches(_ pattern: String, _ key: String) -> Bool {
        var text = pattern
        let isFolder = text.hasSuffix("/")
        if isFolder { text.removeLast() }
        if text.hasPrefix("/") {
            text.removeFirst()
        } else if !text.contains("/") {
            text = "**/" + text
        }
        let letters = Array(key)
        // A folder's form matches what lies in a folder that the rest matches.
        let ends = isFolder ? letters.indices.filter { letters[$0] == "/" } : [letters.count]
        return expanded(signs(text)).contains { choice in
            ends.contains { fits(Array(choice)[...], letters[..<$0]) }
        }
    }

    /// `**/` as one sign where it is a whole segment, before braces are multiplied out and bring others together.
    private static func signs(_ pattern: String) -> String {
        let segments = pattern.split(separator: "/", omittingEmptySubsequences: false)
        let last = segments.last ?? ""
        return segments.dropLast().reduce(into: "") { $0 += $1 == "**" ? "\u{1}" : $1 + "/" } + last
    }

    /// `x{a,b}` as `xa` and `xb`.
    private static func expanded(_ pattern: String) -> [String] {
        guard let open = pattern.firstIndex(of: "{"), let close = pattern[open...].firstIndex(of: "}") else {
            return [pattern]
        }
        let choices = pattern[pattern.index(after: open)..<close].split(
            separator: ",", omittingEmptySubsequences: false)
        return choices.flatMap { choice in
            expanded(String(pattern[..<open] + choice + pattern[pattern.index(after: close)...]))
        }
    }

    private static func fits(_ pattern: ArraySlice<Character>, _ key: ArraySlice<Character>) -> Bool {
        guard let sign = pattern.first else { return key.isEmpty }
        let rest = pattern.dropFirst()
        if sign == "\u{1}" {
            // No folder, or all up to some slash.
            return fits(rest, key) || key.indices.contains { key[$0] == "/" && fits(rest, key[($0 + 1)...]) }
        }
        if pattern.starts(with: "**") {
            return (key.startIndex...key.endIndex).contains { fits(pattern.dropFirst(2), key[$0...]) }
        }
        switch sign {
        case "*":
            let end = key.firstIndex(of: "/") ?? key.endIndex
            return (key.startIndex...end).contains { fits(rest, key[$0...]) }
        case "[":
            let end = rest.firstIndex(of: "]") ?? rest.endIndex
            let isNegated = rest.first == "!"
            let letters = isNegated ? rest[..<end].dropFirst() : rest[..<end]
            guard let first = key.first, first != "/", letters.contains(first) != isNegated else { return false }
            return fits(rest[(end + 1)...], key.dropFirst())
        case "?": return !key.isEmpty && key.first != "/" && fits(rest, key.dropFirst())
        case "\\":
            return key.first == rest.first && fits(rest.dropFirst(), key.dropFirst())
        default: return key.first == sign && fits(rest, key.dropFirst())
        }
    }
}
