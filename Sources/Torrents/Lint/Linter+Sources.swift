extension Linter {
    /// Trackers, web seeds and what else stands outside of `info`.
    mutating func lookAtSources(_ torrent: Metainfo) {
        lookAtTrackers(torrent)
        lookAtWebSeeds(torrent)
        if torrent.trackers.isEmpty && torrent.webSeeds.isEmpty {
            found.add(.noSource, "neither a tracker nor a web seed")
        }
        for url in torrent.httpSeeds { found.add(.httpSeeds, "httpseeds: \(url)") }
        // From the month in which BitTorrent was announced to the end of this century: milliseconds fall outside.
        if let date = torrent.creationDate, !(994_000_000...4_102_444_800).contains(date) {
            found.add(.creationDate, "creation date \(date)")
        }
    }

    private mutating func lookAtTrackers(_ torrent: Metainfo) {
        if let announce = torrent.announce {
            if torrent.tiers.isEmpty {
                found.add(.noAnnounceList, "\"announce\" without \"announce-list\"")
            } else if !torrent.tiers.joined().contains(announce) {
                found.add(.announceNotListed, "\(announce) is not in \"announce-list\"")
            }
        }
        var known: Set<String> = []
        for url in torrent.trackers.joined() {
            guard known.insert(url).inserted else {
                found.add(.duplicateTracker, url)
                continue
            }
            if !url.isEscapedURL { found.add(.unescapedURL, "tracker \(url)") }
            do {
                _ = try Announcing.tracker(url)
            } catch {
                found.add(.trackerURL, error.problem)
            }
        }
    }

    private mutating func lookAtWebSeeds(_ torrent: Metainfo) {
        var known: Set<String> = []
        for url in torrent.webSeeds {
            guard known.insert(url).inserted else {
                found.add(.duplicateWebSeed, url)
                continue
            }
            if !url.isEscapedURL { found.add(.unescapedURL, "web seed \(url)") }
            guard let address = WebAddress(url), address.scheme == "http" || address.scheme == "https" else {
                found.add(.webSeedURL, url)
                continue
            }
            lookAtSlash(url, torrent)
        }
    }

    private mutating func lookAtSlash(_ url: String, _ torrent: Metainfo) {
        switch (torrent.isSingleFile, url.hasSuffix("/")) {
        case (true, true):
            // With its name before the slash, clients ask for name/name, which is nowhere.
            let isTwice = url.hasSuffix("/\(torrent.name.percentEncoded)/") || url.hasSuffix("/\(torrent.name)/")
            found.add(
                .webSeedSlash, severity: isTwice ? .error : nil, "\(url) ends in a slash though it is one file")
        case (false, false): found.add(.webSeedSlash, "\(url) does not end in a slash though it is a folder")
        default: break
        }
    }
}
