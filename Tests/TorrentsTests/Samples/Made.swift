import Crypto
import Torrents

/// A torrent made by the program itself from files in memory.
struct Made {
    let draft: Draft
    let payload: MemoryPayload
    let hashes: Hashes
    let bytes: [UInt8]
    let torrent: Metainfo

    /// A file with an empty path is the torrent itself.
    init(_ recipe: Recipe, _ files: [(path: String, bytes: [UInt8])], lanes: Lanes = .fastest, jobs: Int = 1) throws {
        // By bytes: as texts, two names of one look would be one.
        var contents: [[UInt8]: [UInt8]] = [:]
        let listed = files.map { path, bytes in
            contents[Array(path.utf8)] = bytes
            return PayloadFile(path: path.split(separator: "/").map(String.init), length: Int64(bytes.count))
        }
        draft = try Draft(recipe, files: listed)
        payload = MemoryPayload(
            draft.files.map { $0.isPadding ? nil : contents[Array($0.path.joined(separator: "/").utf8)] })
        hashes = try Sweep(draft.plan(digestsFiles: false, lanes: lanes, jobs: jobs), payload) { _ in }.run()
        bytes = try draft.torrent(hashes, lanes: lanes)
        torrent = try Metainfo(bytes)
    }

    /// The same with another payload behind the same files.
    func check(_ payload: MemoryPayload, of other: Metainfo? = nil, lanes: Lanes = .fastest) throws -> Findings {
        let torrent = other ?? torrent
        let checker = Checker(torrent, lanes: lanes)
        let hashes = try Sweep(checker.plan(jobs: 2), payload) { _ in }.run()
        return checker.findings(hashes, states: torrent.files.map { _ in .complete })
    }
}
