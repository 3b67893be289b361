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

    var checksumPath: String? { torrent.map { $0 + "-CHECKSUM" } }
    var checksumShown: String { shown + "-CHECKSUM" }

    /// Found before hours of hashing, not after.
    func check(_ request: MakeRequest) throws {
        guard let torrent, !request.isDryRun else { return }
        try Failure.during("writing \(shown)") {
            if WholeFile.exists(torrent) && !WholeFile.isDevice(torrent) && !request.replaces {
                throw Failure("writing \(shown)", "it exists", advice: "--force to replace it")
            }
            if !WholeFile.isDevice(torrent) { try WholeFile.checkWritable(folder: torrent.folder) }
        }
    }

    /// Two sources of one name would overwrite each other's torrent.
    static func checkDistinct(_ targets: [MakeTarget]) throws {
        var known: Set<String> = []
        for target in targets {
            guard let path = target.torrent else { continue }
            let folder = (try? WholeFile.resolved(path.folder)) ?? path.folder
            if !known.insert(folder.joined(path.fileName)).inserted {
                throw Failure.usage("two torrents would be written to \(target.shown)")
            }
        }
    }

    /// `--force` is no leave to write the torrent over the data.
    func check(against sources: [MakeSource]) throws {
        guard let torrent, let own = try? WholeFile.resolved(torrent) else { return }
        if sources.contains(where: { (try? WholeFile.resolved($0.path)) == own }) {
            throw Failure.usage("--output \(shown) is what the torrent is made of")
        }
    }
}
