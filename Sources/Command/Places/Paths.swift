extension String {
    /// Another path below this one.
    func joined(_ components: [String]) -> String {
        components.isEmpty ? self : joined(components.joined(separator: "/"))
    }

    func joined(_ component: String) -> String {
        hasSuffix("/") ? self + component : self + "/" + component
    }

    /// The folder that holds what this path names.
    var folder: String {
        guard let slash = withoutFinalSlashes.lastIndex(of: "/") else { return "." }
        return slash == startIndex ? "/" : String(self[..<slash])
    }

    /// The last component.
    var fileName: String {
        String(withoutFinalSlashes.split(separator: "/").last ?? "")
    }

    var withoutFinalSlashes: String {
        var path = self
        while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
        return path
    }
}
