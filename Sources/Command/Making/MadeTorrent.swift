import Publishing
import Torrents

/// What came of one source, to be told to people and to programs.
struct MadeTorrent: Encodable {
    struct Checksum: Encodable {
        let file: String
        let sha256: String
    }

    let torrent: String?
    let summary: TorrentSummary
    var digests: [ChecksumFile.Entry] = []
    var torrentDigest: String?
    var written: [String] = []
    private let shown: String

    init(_ bytes: [UInt8], target: MakeTarget) throws {
        // Read back: what is told is what clients will see.
        summary = TorrentSummary(try Metainfo(bytes))
        torrent = target.torrent
        shown = target.shown
    }

    private enum Key: String, CodingKey {
        case torrent, torrentSha256, checksums, written
    }

    func encode(to encoder: any Encoder) throws {
        try summary.encode(to: encoder)
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(torrent, forKey: .torrent)
        try container.encodeIfPresent(torrentDigest, forKey: .torrentSha256)
        try container.encode(digests.map { Checksum(file: $0.name, sha256: $0.digest) }, forKey: .checksums)
        try container.encode(written, forKey: .written)
    }

    var heading: String { shown.printable + "\n" }

    var text: String {
        var table = Table()
        table.add("name", summary.name)
        table.add("size", summary.size.spelled)
        table.add("pieces", "\(summary.pieceCount) of \(summary.pieceSize.asPieceSize)")
        table.add("infohash", summary.infohashV1)
        table.add("infohash v2", summary.infohashV2)
        if digests.count == 1 {
            table.add("sha256", digests[0].digest)
        } else {
            table.add("sha256", digests.map { "\($0.digest)  \($0.name)" })
        }
        table.add("magnet", summary.magnet)
        return table.text
    }
}
