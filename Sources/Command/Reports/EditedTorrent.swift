import Crypto
import Files
import Publishing
import Torrents

/// Where an edited torrent goes, and what is told of it.
struct EditedTorrent {
    private let before: [UInt8]
    private let shown: String
    private let isItself: Bool
    private let replaces: Bool
    private let world: World

    init(_ arguments: Arguments, _ file: TorrentFile, in world: World) {
        self.world = world
        before = file.bytes
        let written = arguments.value("output") ?? (file.path == nil ? "-" : file.shown)
        let isFolder = written != "-" && WholeFile.isFolder(world.path(written))
        let shown = isFolder ? written.joined((file.path ?? "torrent").fileName) : written
        self.shown = shown
        isItself =
            file.path.map { (try? WholeFile.resolved($0)) == (try? WholeFile.resolved(world.path(shown))) } == true
        replaces = arguments.has("force") || isItself
    }

    func write(_ bytes: [UInt8], _ torrent: Metainfo) throws {
        guard shown != "-" else { return try world.console.out(bytes: bytes) }
        let path = place
        let hadChecksum = isItself && hasOwnChecksum(path)
        try Write.file(bytes, to: path, replaces ? .replaced : .refused, shown: shown)
        if hadChecksum {
            let text = ChecksumFile.text([entry(path, bytes)])
            try Write.file(Array(text.utf8), to: path + "-CHECKSUM", .replaced, shown: shown + "-CHECKSUM")
        } else if WholeFile.exists(path + "-CHECKSUM") {
            world.console.err("\(shown)-CHECKSUM stays as it is, and may not be this torrent's any more")
        }
        try world.console.out(shown.printable + "\n", in: .bold)
        try world.console.out(table(torrent).text)
    }

    /// Behind a link lies the torrent itself, and beside that its CHECKSUM.
    private var place: String {
        let path = world.path(shown)
        return isItself ? (try? WholeFile.resolved(path)) ?? path : path
    }

    /// Whether the CHECKSUM beside the torrent was right before the change, and speaks of nothing else: then it is
    /// kept right.
    private func hasOwnChecksum(_ path: String) -> Bool {
        let found = try? SmallFile.read(path + "-CHECKSUM", limit: ChecksumFile.largest)
        return found == Array(ChecksumFile.text([entry(path, before)]).utf8)
    }

    private func entry(_ path: String, _ bytes: [UInt8]) -> ChecksumFile.Entry {
        ChecksumFile.Entry(name: path.fileName, digest: Hasher.digest(.sha256, of: bytes).hex)
    }

    private func table(_ torrent: Metainfo) -> Table {
        var table = Table()
        table.add("infohash", torrent.infohashV1.map { $0.hex + " (as before)" })
        table.add("infohash v2", torrent.infohashV2.map { $0.hex + " (as before)" })
        table.add("comment", torrent.comment)
        table.add("created", torrent.creationDate.map { Moment(seconds: $0)?.description ?? "\($0)" })
        table.add("trackers", torrent.trackers.map { $0.joined(separator: "  ") })
        table.add("web seeds", torrent.webSeeds)
        return table
    }
}
