import Publishing
import Torrents

extension Verb {
    static let show = Verb(
        name: "show",
        summary: "show what a torrent says",
        operands: Operands("TORRENT", 1...1),
        flags: [.json],
        description: ["With - the torrent comes from standard input."],
        examples: ["freshet show image.iso.torrent", "freshet show --json image.iso.torrent"],
        run: { arguments, world in
            let torrent = try TorrentFile.metainfo(arguments.operands[0], in: world)
            if arguments.has("json") {
                try world.console.out(json: TorrentSummary(torrent))
            } else {
                try world.console.out(torrent.name.printable + "\n", in: .bold)
                try world.console.out(torrent.table.text)
            }
            return 0
        }
    )
}

extension Metainfo {
    fileprivate var table: Table {
        var table = Table()
        table.add("kind", kind.rawValue + (isPrivate ? ", private" : ""))
        table.add("size", size.spelled)
        table.add("pieces", "\(pieceCount) of \(pieceLength.asPieceSize)")
        table.add("infohash", infohashV1?.hex)
        table.add("infohash v2", infohashV2?.hex)
        table.add("comment", comment)
        table.add("source", source)
        table.add("created", creationDate.map { Moment(seconds: $0)?.description ?? "\($0)" })
        table.add("created by", createdBy)
        table.add("trackers", trackers.map { $0.joined(separator: "  ") })
        table.add("web seeds", webSeeds)
        table.add("http seeds", httpSeeds)
        if !isSingleFile { table.add("files", fileLines) }
        table.add("remarks", irregularities.map(\.problem))
        return table
    }

    private var fileLines: [String] {
        let files = files.filter { !$0.isPadding }
        let sizes = files.map { ByteCount(Int($0.length)).description }
        let width = sizes.map(\.count).max() ?? 0
        return zip(files, sizes).map { file, size in
            String(repeating: " ", count: width - size.count) + size + "  " + file.path.joined(separator: "/")
                + (file.isSymlink ? " (link)" : "")
        }
    }
}
