import Publishing
import Torrents

extension Verb {
    static let magnet = Verb(
        name: "magnet",
        summary: "print a torrent's magnet link",
        operands: Operands("TORRENT", 1...1),
        description: [
            "The link carries every infohash the torrent has, its name and size, its trackers and its web seeds. "
                + "With - the torrent comes from standard input."
        ],
        examples: ["freshet magnet image.iso.torrent", "freshet make --output - image.iso | freshet magnet -"],
        run: { arguments, world in
            let torrent = try TorrentFile.metainfo(arguments.operands[0], in: world)
            try world.console.out(Torrents.Magnet.link(torrent) + "\n")
            return 0
        }
    )
}
