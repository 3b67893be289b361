extension String {
    /// A URL as it may be shown: no user and password, and no query, for that is where signatures and tokens are.
    ///
    /// Written for URLs that cannot be read as well: a password with a `/` in it must not come out as a path.
    package var maskedURL: String {
        guard let scheme = firstRange(of: "://") else { return masked(from: startIndex) }
        return self[..<scheme.upperBound] + masked(from: scheme.upperBound)
    }

    private func masked(from start: Index) -> String {
        let rest = self[start...]
        let authority = rest.prefix { !"/\\?#".contains($0) }
        let path = rest[authority.endIndex...].prefix { $0 != "?" && $0 != "#" }
        let behind = rest[path.endIndex...]
        let query = behind.hasPrefix("?") ? "?…" : ""
        if authority.contains("@") { return "…@" + authority.afterLastAt + path + query }
        // No port behind the colon, or a query where a path should be: it may be a password that was not encoded.
        let isDoubtful = !authority.endsInPort || path.isEmpty && behind.contains("@")
        guard isDoubtful else { return authority + path + query }
        return path.contains("@") ? "…@" + path.afterLastAt + query : "…" + query
    }
}

extension Substring {
    fileprivate var afterLastAt: Substring { lastIndex(of: "@").map { self[index(after: $0)...] } ?? self }

    /// Whether there is no colon behind the host, or nothing but digits behind it.
    fileprivate var endsInPort: Bool {
        let host = lastIndex(of: "]").map { self[index(after: $0)...] } ?? self
        guard let colon = host.firstIndex(of: ":") else { return true }
        return host[host.index(after: colon)...].utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
