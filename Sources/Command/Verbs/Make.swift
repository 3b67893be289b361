import Publishing
import Torrents

extension Verb {
    static let make = Verb(
        name: "make",
        summary: "make torrents, and CHECKSUM files, of files and folders",
        operands: Operands("PATH…", 1...),
        flags: [
            Flag(
                "kind", takes: "KIND", .oneOf(Kind.allCases.map(\.rawValue)),
                help: "v1 (default, every client), hybrid, or v2")
        ] + Tiers.flags + [
            Flag("web-seed", takes: "URL", repeatable: true, help: "where the file can be loaded; {name} is its name"),
            Flag("comment", takes: "TEXT", help: "a comment; {name} is the file's name"),
            Flag("name", takes: "NAME", help: "what the download is called, instead of the file's name"),
            Flag("piece-size", takes: "SIZE", help: "16KiB to 128MiB, or auto (default)"),
            Flag("private", help: "peers from the trackers only"),
            Flag("source", takes: "TEXT", help: "a source, which gives another infohash"),
            CreationDate.flag,
            Flag(
                "output", short: "o", takes: "FILE", .files,
                help: "the torrent, a folder for it, or - for standard output"),
            Flag("checksum", help: "also write X-CHECKSUM and X.torrent-CHECKSUM for sha256sum -c"),
            Flag("force", short: "f", help: "replace an existing torrent"),
            Flag("dry-run", help: "do all but the writing"),
            Hashing.flag, .json,
        ],
        description: [
            "Each file gets a torrent of its own, X.iso.torrent beside X.iso; a folder gets one torrent of all its "
                + "files. The data is read once, whatever is wanted of it.",
            "The same input gives the same bytes: the creation date is --date, else SOURCE_DATE_EPOCH, else left out.",
        ],
        examples: [
            "freshet make image.iso --tracker udp://tracker.example:6969/announce",
            "freshet make *.iso --checksum --web-seed 'https://download.example/{name}'",
            "freshet make --kind hybrid --trackers trackers.txt image.iso",
        ],
        run: { arguments, world in
            let request = try MakeRequest(arguments, in: world)
            let jobs = try Making.jobs(arguments.operands, request, in: world)
            let made = try Making.run(jobs, request, in: world)
            if request.isJSON { try world.console.out(json: made) }
            if request.isDryRun { world.console.err("nothing was written") }
            return 0
        }
    )
}

private enum Making {
    /// What can be refused is refused here, before hours of hashing.
    static func jobs(_ operands: [String], _ request: MakeRequest, in world: World) throws -> [MakeJob] {
        if request.name != nil && operands.count > 1 {
            throw Failure.usage("--name takes one path, not \(operands.count)")
        }
        let jobs = try operands.map { operand in
            if operand == "-" { throw Failure.usage("- is no file: a torrent needs a name, and all of its data") }
            return try Failure.during("making a torrent of \(operand)", at: world.path(operand).withoutFinalSlashes) {
                try MakeJob(try MakeSource(operand, in: world), request, in: world)
            }
        }
        try MakeTarget.check(jobs)
        for job in jobs { try job.checkWriting() }
        return jobs
    }

    static func run(_ jobs: [MakeJob], _ request: MakeRequest, in world: World) throws -> [MadeTorrent] {
        let progress = Progress(
            jobs.count == 1 ? "making a torrent of \(jobs[0].source.shown)" : "making \(jobs.count) torrents",
            total: jobs.reduce(0) { $0 + $1.work }, quiet: request.isQuiet, in: world)
        defer { progress.finish() }
        return try jobs.map { job in
            let made = try Failure.during("making a torrent of \(job.source.shown)", at: job.source.path) {
                try job.run(progress, in: world)
            }
            // At once: should the next one fail, this one is made all the same.
            try show(made, request, in: world)
            return made
        }
    }

    private static func show(_ made: MadeTorrent, _ request: MakeRequest, in world: World) throws {
        if request.isJSON { return }
        guard request.output != "-" else {
            // The torrent itself has taken standard output.
            return world.console.err(made.heading + made.text.dropLast())
        }
        try world.console.out(made.heading, in: .bold)
        try world.console.out(made.text)
    }
}
