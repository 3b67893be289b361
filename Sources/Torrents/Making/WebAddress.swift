/// The parts of a URL that trackers and web seeds care about.
struct WebAddress {
    let scheme: String
    let host: String
    let port: String?
    let hasPath: Bool

    /// Nil when there is no scheme, no host, or a port that is none.
    init?(_ url: String) {
        guard let colon = url.firstRange(of: "://") else { return nil }
        scheme = url[..<colon.lowerBound].lowercased()
        let rest = url[colon.upperBound...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        hasPath = authority.endIndex < rest.endIndex
        let hostAndPort = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        if hostAndPort.hasPrefix("[") {
            guard let end = hostAndPort.firstIndex(of: "]") else { return nil }
            host = String(hostAndPort[...end])
            let behind = hostAndPort[hostAndPort.index(after: end)...]
            guard behind.isEmpty || behind.hasPrefix(":") else { return nil }
            port = behind.isEmpty ? nil : String(behind.dropFirst())
        } else {
            let parts = hostAndPort.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count <= 2 else { return nil }
            host = String(parts.first ?? "")
            port = parts.count == 2 ? String(parts[1]) : nil
        }
        guard !host.isEmpty, scheme.utf8.allSatisfy(Self.isSchemeByte) else { return nil }
        // Digits alone: a number that is read may have a sign.
        if let port { guard port.first?.isNumber == true, let number = UInt16(port), number > 0 else { return nil } }
    }

    private static func isSchemeByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
