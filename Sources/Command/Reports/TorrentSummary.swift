import Torrents

/// A torrent for programs to read.
struct TorrentSummary: Encodable {
    struct File: Encodable {
        let path: String
        let size: Int64
        let piecesRoot: String?
    }

    let name: String
    let kind: String
    let size: Int64
    let pieceSize: Int64
    let pieceCount: Int
    let infohashV1: String?
    let infohashV2: String?
    let magnet: String
    let isPrivate: Bool
    let source: String?
    let comment: String?
    let createdBy: String?
    let creationDate: Int64?
    let trackers: [[String]]
    let webSeeds: [String]
    let httpSeeds: [String]
    let files: [File]
    let remarks: [String]

    init(_ torrent: Metainfo) {
        name = torrent.name
        kind = torrent.kind.rawValue
        size = torrent.size
        pieceSize = torrent.pieceLength
        pieceCount = torrent.pieceCount
        infohashV1 = torrent.infohashV1?.hex
        infohashV2 = torrent.infohashV2?.hex
        magnet = Magnet.link(torrent)
        isPrivate = torrent.isPrivate
        source = torrent.source
        comment = torrent.comment
        createdBy = torrent.createdBy
        creationDate = torrent.creationDate
        trackers = torrent.trackers
        webSeeds = torrent.webSeeds
        httpSeeds = torrent.httpSeeds
        files = torrent.files.filter { !$0.isPadding }.map {
            File(path: torrent.shownPath($0), size: $0.length, piecesRoot: $0.root?.hex)
        }
        remarks = torrent.irregularities.map(\.problem)
    }
}
