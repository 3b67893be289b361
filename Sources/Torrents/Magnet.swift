/// The link that says which torrent, to those who have no file of it.
package enum Magnet {
    package static func link(_ torrent: Metainfo) -> String {
        var parts: [String] = []
        if let hash = torrent.infohashV1 { parts.append("xt=urn:btih:" + hash.hex) }
        // 1220: a multihash of SHA-256 with 32 bytes.
        if let hash = torrent.infohashV2 { parts.append("xt=urn:btmh:1220" + hash.hex) }
        parts.append("dn=" + torrent.name.percentEncoded)
        parts.append("xl=\(torrent.size)")
        parts += torrent.trackers.joined().map { "tr=" + $0.percentEncoded }
        parts += torrent.webSeeds.map { "ws=" + $0.percentEncoded }
        return "magnet:?" + parts.joined(separator: "&")
    }
}

extension Sequence<UInt8> {
    package var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
