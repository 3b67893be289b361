/// Bytes, not characters: an accent behind a slash would make one character of both.
private let slash = UInt8(ascii: "/")

extension String {
    /// Another path below this one.
    func joined(_ components: [String]) -> String {
        components.isEmpty ? self : joined(components.joined(separator: "/"))
    }

    func joined(_ component: String) -> String {
        utf8.last == slash ? self + component : self + "/" + component
    }

    /// The folder that holds what this path names.
    var folder: String {
        guard let end = withoutFinalSlashes.utf8.lastIndex(of: slash) else { return "." }
        return end == startIndex ? "/" : String(self[..<end])
    }

    /// The last component.
    var fileName: String {
        utf8.split(separator: slash).last.map { String(Substring($0)) } ?? ""
    }

    var withoutFinalSlashes: String {
        var path = self
        while path.utf8.count > 1 && path.utf8.last == slash { path.unicodeScalars.removeLast() }
        return path
    }
}
