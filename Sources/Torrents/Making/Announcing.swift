/// What people write about trackers and web seeds, checked and put into the form that clients expect.
package enum Announcing {
    package struct Refusal: Error, Equatable {
        package let problem: String
        package let advice: String?
    }

    private static let trackerSchemes = ["udp", "http", "https", "ws", "wss"]

    package static func tracker(_ url: String) throws(Refusal) -> String {
        guard let address = WebAddress(url) else {
            throw Refusal(
                problem: "\"\(url)\" is not a tracker's URL", advice: "such as udp://tracker.example:6969/announce")
        }
        guard trackerSchemes.contains(address.scheme) else {
            throw Refusal(
                problem: "\"\(url)\": trackers speak udp, http, https, ws or wss, not \(address.scheme)", advice: nil)
        }
        guard address.scheme != "udp" || address.port != nil else {
            throw Refusal(problem: "\"\(url)\": a udp tracker needs its port", advice: "such as :6969 behind the host")
        }
        return url.escapedURL
    }

    /// `{name}` becomes the torrent's name. A client adds the name itself behind a final slash, but not every client
    /// does, so for one file the whole URL is written; a folder's URL always ends in a slash.
    package static func webSeed(_ template: String, name: String, isSingleFile: Bool) throws(Refusal) -> String {
        var url = template.replacing("{name}", with: name.percentEncoded).escapedURL
        guard let address = WebAddress(url), address.scheme == "http" || address.scheme == "https" else {
            throw Refusal(
                problem: "\"\(template)\" is not a web seed's URL", advice: "such as https://download.example/{name}")
        }
        if !address.hasPath { url += "/" }
        switch (isSingleFile, url.hasSuffix("/")) {
        case (true, true): return url + name.percentEncoded
        case (false, false): return url + "/"
        default: return url
        }
    }

    /// A trackers file: one URL a line, an empty line begins the next tier, `#` begins a comment.
    package static func tiers(ofFile text: String) throws(Refusal) -> [[String]] {
        var tiers: [[String]] = [[]]
        let text = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let content = line.prefix { $0 != "#" }.trimmed
            if content.isEmpty {
                // A line of comment alone does not part the trackers around it.
                if line.trimmed.isEmpty { tiers.append([]) }
                continue
            }
            do {
                tiers[tiers.count - 1].append(try tracker(content))
            } catch {
                throw Refusal(problem: "line \(index + 1): \(error.problem)", advice: error.advice)
            }
        }
        return tiers.filter { !$0.isEmpty }
    }

    /// Each tracker once, where it stands first.
    package static func distinct(_ tiers: [[String]]) -> [[String]] {
        var known: Set<String> = []
        return tiers.map { $0.filter { known.insert($0).inserted } }.filter { !$0.isEmpty }
    }
}

extension Substring {
    var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
