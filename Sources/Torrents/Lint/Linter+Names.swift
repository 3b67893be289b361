extension Linter {
    static func nameFindings(_ torrent: Metainfo) -> [Finding] {
        var findings: [Finding] = []
        var known: Set<[UInt8]> = []
        var folded: Set<String> = []
        if let reason = awkwardness(torrent.name) { findings.append(reason) }
        for file in torrent.files where !file.isPadding && !file.path.isEmpty {
            let path = file.path.joined(separator: "/")
            findings += file.path.compactMap(awkwardness)
            // Some file systems do not tell upper case from lower, or two ways to write an accent.
            if !known.insert(Array(path.utf8)).inserted {
                findings.append(Finding(.sameName, "\"\(path)\" stands twice"))
            } else if !folded.insert(path.lowercased()).inserted {
                findings.append(
                    Finding(
                        .awkwardName, "\"\(path)\" differs from another name in a way that some file systems do not see"
                    ))
            }
        }
        return Array(findings.prefix(Limits.irregularities))
    }

    private static func awkwardness(_ name: String) -> Finding? {
        if name.unicodeScalars.contains("\u{FFFD}") { return Finding(.notUTF8, "\"\(name)\"") }
        let reason: String? =
            if name.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) {
                "control characters"
            } else if let character = name.first(where: { "\\:*?\"<>|".contains($0) }) {
                "\"\(character)\" in it"
            } else if name == "." {
                "no name at all to a file system"
            } else if name.hasSuffix(" ") || name.hasSuffix(".") || name.hasPrefix(" ") {
                "a space or dot at its edge"
            } else if name.utf8.count > 255 {
                "more than 255 bytes"
            } else if reserved.contains(name.prefix { $0 != "." }.uppercased()) {
                "a device's name on Windows"
            } else {
                nil
            }
        return reason.map { Finding(.awkwardName, "\"\(name)\": \($0)") }
    }

    private static let reserved: Set<String> = [
        "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    ]
}

extension Metainfo {
    package func shownPath(_ file: PayloadFile) -> String {
        file.path.isEmpty ? name : file.path.joined(separator: "/")
    }
}
