extension Linter {
    /// Trackers, web seeds and what else stands outside of `info`.
    static func sourceFindings(_ torrent: Metainfo) -> [Finding] {
        var findings = trackerFindings(torrent) + webSeedFindings(torrent)
        if torrent.trackers.isEmpty && torrent.webSeeds.isEmpty {
            findings.append(Finding(.noSource, "neither a tracker nor a web seed"))
        }
        if !torrent.httpSeeds.isEmpty {
            findings.append(Finding(.httpSeeds, "httpseeds: \(torrent.httpSeeds.joined(separator: ", "))"))
        }
        // From the month in which BitTorrent was announced to the end of this century: milliseconds fall outside.
        if let date = torrent.creationDate, !(994_000_000...4_102_444_800).contains(date) {
            findings.append(Finding(.creationDate, "creation date \(date)"))
        }
        return findings
    }

    private static func trackerFindings(_ torrent: Metainfo) -> [Finding] {
        var findings: [Finding] = []
        if let announce = torrent.announce, !announce.isEmpty {
            if torrent.tiers.isEmpty {
                findings.append(Finding(.noAnnounceList, "\"announce\" without \"announce-list\""))
            } else if !torrent.tiers.joined().contains(announce) {
                findings.append(Finding(.announceNotListed, "\(announce) is not in \"announce-list\""))
            }
        }
        var known: Set<String> = []
        for url in torrent.trackers.joined() {
            if !known.insert(url).inserted {
                findings.append(Finding(.duplicateTracker, url))
                continue
            }
            if !url.isEscapedURL { findings.append(Finding(.unescapedURL, "tracker \(url)")) }
            do {
                _ = try Announcing.tracker(url)
            } catch {
                findings.append(Finding(.trackerURL, error.problem))
            }
        }
        return findings
    }

    private static func webSeedFindings(_ torrent: Metainfo) -> [Finding] {
        var findings: [Finding] = []
        var known: Set<String> = []
        for url in torrent.webSeeds {
            if !known.insert(url).inserted {
                findings.append(Finding(.duplicateWebSeed, url))
                continue
            }
            if !url.isEscapedURL { findings.append(Finding(.unescapedURL, "web seed \(url)")) }
            guard let address = WebAddress(url), address.scheme == "http" || address.scheme == "https" else {
                findings.append(Finding(.webSeedURL, url))
                continue
            }
            findings += slashFindings(url, torrent)
        }
        return findings
    }

    private static func slashFindings(_ url: String, _ torrent: Metainfo) -> [Finding] {
        switch (torrent.isSingleFile, url.hasSuffix("/")) {
        case (true, true):
            // With its name before the slash, clients ask for name/name, which is nowhere.
            let isTwice = url.hasSuffix("/\(torrent.name.percentEncoded)/") || url.hasSuffix("/\(torrent.name)/")
            return [
                Finding(.webSeedSlash, "\(url) ends in a slash though it is one file", severity: isTwice ? .error : nil)
            ]
        case (false, false): return [Finding(.webSeedSlash, "\(url) does not end in a slash though it is a folder")]
        default: return []
        }
    }
}
