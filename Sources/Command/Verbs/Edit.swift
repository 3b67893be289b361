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
            try EditOutput(arguments, file, in: world).write(bytes, edited)
            return 0
        }
    )
}

/// Where an edited torrent goes.
private struct EditOutput {
    let written: String
    let existing: WholeFile.Existing
    let world: World

    init(_ arguments: Arguments, _ file: TorrentFile, in world: World) {
        self.world = world
        let written = arguments.value("output") ?? (file.path == nil ? "-" : file.shown)
        let isItself = file.path.map { (try? WholeFile.resolved($0)) == (try? WholeFile.resolved(world.path(written))) }
        existing = arguments.has("force") || isItself == true ? .replaced : .refused
        self.written = written
    }

    func write(_ bytes: [UInt8], _ torrent: Metainfo) throws {
        guard written != "-" else { return try world.console.out(bytes: bytes) }
        try Write.file(bytes, to: world.path(written), existing, shown: written)
        var table = Table()
        table.add("infohash", torrent.infohashV1.map { $0.hex + " (as before)" })
        table.add("infohash v2", torrent.infohashV2.map { $0.hex + " (as before)" })
        table.add("comment", torrent.comment)
        table.add("created", torrent.creationDate.map { Moment(seconds: $0)?.description ?? "\($0)" })
        table.add("trackers", torrent.trackers.map { $0.joined(separator: "  ") })
        table.add("web seeds", torrent.webSeeds)
        try world.console.out(written.printable + "\n", in: .bold)
        try world.console.out(table.text)
    }
}
