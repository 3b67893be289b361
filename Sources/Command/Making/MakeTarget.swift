import Files
import Publishing

/// Where the results of one source go.
struct MakeTarget {
    /// Nil for standard output.
    let torrent: String?
    let shown: String

    init(for source: MakeSource, _ request: MakeRequest, in world: World) {
        switch request.output {
        case nil:
            torrent = source.torrentPath
            shown =
                source.shown.withoutFinalSlashes.fileName == source.name
                ? source.shown.withoutFinalSlashes + ".torrent" : source.torrentPath
        case "-":
            torrent = nil
            shown = "standard output"
        case let written?:
            let path = world.path(written)
            let isFolder = written.hasSuffix("/") || WholeFile.isFolder(path)
            torrent = isFolder ? path.joined(source.name + ".torrent") : path
            shown = isFolder ? written.joined(source.name + ".torrent") : written
        }
    }

    /// A device takes the torrent alone.
    var checksumPath: String? { torrent.flatMap { WholeFile.isDevice($0) ? nil : $0 + "-CHECKSUM" } }
    var checksumShown: String { shown + "-CHECKSUM" }

    /// Found before hours of hashing, not after; a dry run finds the same.
    func check(_ request: MakeRequest) throws {
        guard let torrent, !WholeFile.isDevice(torrent) else { return }
        try Failure.during("writing \(shown)") {
            if WholeFile.exists(torrent) && !request.replaces {
                throw Failure("writing \(shown)", "it exists", advice: "--force to replace it")
            }
            try WholeFile.checkWritable(folder: torrent.folder)
        }
    }

    /// What is written may not replace what is read, with or without `--force`, nor appear inside a folder that it
    /// describes, nor be written twice.
    static func check(_ jobs: [MakeJob]) throws {
        var known: Set<[UInt8]> = []
        for job in jobs {
            for path in job.written where !WholeFile.isDevice(path) {
                let place = Self.place(path)
                if !known.insert(Array(place.utf8)).inserted {
                    throw Failure.usage("two files would be written to \(path)")
                }
                for source in jobs.map(\.source) where source.holds(place) {
                    throw Failure.usage("\(path) is part of what \(source.shown) is made into a torrent of")
                }
            }
        }
    }

    /// The path without links and dots; of a file that is not there yet, its folder's.
    private static func place(_ path: String) -> String {
        if let own = try? WholeFile.resolved(path) { return own }
        return ((try? WholeFile.resolved(path.folder)) ?? path.folder).joined(path.fileName)
    }
}
