extension Linter {
    mutating func lookAtNames(_ torrent: Metainfo) {
        var known: Set<[UInt8]> = []
        var folded: Set<String> = []
        var folders: Set<[UInt8]> = []
        lookAtName(torrent.name)
        for file in torrent.files where !file.isPadding && !file.path.isEmpty {
            for name in file.path { lookAtName(name) }
            let path = torrent.shownPath(file)
            for count in file.path.indices.dropFirst() {
                folders.insert(Array(file.path[..<count].joined(separator: "/").utf8))
            }
            // Some file systems do not tell upper case from lower, or two ways to write an accent.
            if !known.insert(Array(path.utf8)).inserted {
                found.add(.sameName, "\"\(path)\" stands twice")
            } else if !folded.insert(path.lowercased()).inserted {
                found.add(
                    .awkwardName, "\"\(path)\" differs from another name in a way that some file systems do not see")
            }
        }
        lookAtFolders(folders, among: known)
    }

    private mutating func lookAtFolders(_ folders: Set<[UInt8]>, among files: Set<[UInt8]>) {
        for folder in folders.intersection(files).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            found.add(.sameName, "\"\(String(decoding: folder, as: UTF8.self))\" is a file and a folder")
        }
    }

    private mutating func lookAtName(_ name: String) {
        if name.unicodeScalars.contains("\u{FFFD}") { found.add(.notUTF8, "\"\(name)\"") }
        if let reason = Self.awkwardness(name) { found.add(.awkwardName, "\"\(name)\": \(reason)") }
    }

    private static func awkwardness(_ name: String) -> String? {
        let bytes = name.utf8
        if let byte = bytes.first(where: { $0 < 32 || $0 == 127 || awkward.contains($0) }) {
            return byte < 32 || byte == 127 ? "control characters" : "\"\(UnicodeScalar(byte))\" in it"
        }
        if name == "." { return "no name at all to a file system" }
        let edges = [bytes.first, bytes.last]
        if edges.contains(UInt8(ascii: " ")) || edges[1] == UInt8(ascii: ".") { return "a space or dot at its edge" }
        if bytes.count > 255 { return "more than 255 bytes" }
        let stem = bytes.prefix { $0 != UInt8(ascii: ".") }
        let isReserved = (3...4).contains(stem.count) && reserved.contains(String(Substring(stem)).uppercased())
        return isReserved ? "a device's name on Windows" : nil
    }

    private static let awkward = Array("\\:*?\"<>|".utf8)

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
