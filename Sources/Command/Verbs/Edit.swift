import Files
import Publishing
import Torrents

extension Verb {
    static let edit = Verb(
        name: "edit",
        summary: "change trackers, web seeds, comment or date; never the infohash",
        operands: Operands("TORRENT", 1...1),
        flags: Tiers.flags + [
            Flag("add-tracker", takes: "URL", repeatable: true, help: "one more tracker, in a tier of its own"),
            Flag("remove-tracker", takes: "URL", repeatable: true, help: "take a tracker out"),
            Flag("web-seed", takes: "URL", repeatable: true, help: "these web seeds instead; {name} is the name"),
            Flag("add-web-seed", takes: "URL", repeatable: true, help: "one more web seed"),
            Flag("remove-web-seed", takes: "URL", repeatable: true, help: "take a web seed out"),
            Flag("comment", takes: "TEXT", help: "another comment; an empty one takes it out"),
            CreationDate.flag,
            Flag("output", short: "o", takes: "FILE", .files, help: "write there, or - for standard output"),
            Flag("force", short: "f", help: "replace an existing --output"),
        ],
        description: [
            "The bytes of \"info\" stay as they are, and with them the infohash: the torrent goes on in its swarm. "
                + "Without --output the file itself is replaced; from standard input (-) it goes to standard output.",
            "--tracker, --tier and --trackers replace all trackers, --web-seed all web seeds.",
        ],
        examples: [
            "freshet edit image.iso.torrent --add-web-seed 'https://mirror.example/{name}'",
            "freshet edit image.iso.torrent --trackers trackers.txt --output new.torrent",
        ],
        run: { arguments, world in
            let file = try TorrentFile(arguments.operands[0], in: world)
            let torrent = try file.metainfo()
            let editing = try EditRequest(arguments, in: world).editing(of: torrent)
            let bytes = try Failure.during("editing \(file.shown)") { try editing.apply(to: torrent) }
            let edited = try Failure.during("editing \(file.shown)") { try Metainfo(bytes) }
            try EditedTorrent(arguments, file, in: world).write(bytes, edited)
            return 0
        }
    )
}
