import Publishing
import Torrents

extension Verb {
    static let check = Verb(
        name: "check",
        summary: "hold data against a torrent",
        operands: Operands("TORRENT [DATA]", 1...2),
        flags: [Hashing.flag, .json],
        description: [
            "Tells which pieces, and which bytes of which files, are not what the torrent says: by the v1 hashes, the "
                + "v2 hashes, or both where a hybrid has both. Exits 1 when anything is wrong.",
            "DATA is the file, the folder, or the place that holds either; without it, what lies beside the torrent.",
        ],
        examples: ["freshet check image.iso.torrent", "freshet check image.iso.torrent /mnt/usb/image.iso"],
        run: { arguments, world in
            let file = try TorrentFile(arguments.operands[0], in: world)
            let torrent = try file.metainfo()
            let hashing = try Hashing(arguments, in: world)
            let data =
                arguments.operands.count == 2
                ? LocalData(of: torrent, at: world.path(arguments.operands[1]))
                : LocalData(beside: torrent, at: file.path, in: world)
            let report = CheckReport(torrent, isJSON: arguments.has("json"), world)
            let states = data.states(of: torrent)
            try report.sizes(states)
            let findings = try Failure.during("checking \(torrent.name)") {
                try Checking.findings(torrent, data, states, hashing, quiet: arguments.has("quiet"), world)
            }
            try report.sizes(zip(states, findings.states).map { $0 == $1 ? .complete : $1 })
            try report.verdict(findings)
            return findings.isSound ? 0 : 1
        }
    )
}

private enum Checking {
    static func findings(
        _ torrent: Metainfo, _ data: LocalData, _ states: [Findings.FileState], _ hashing: Hashing, quiet: Bool,
        _ world: World
    ) throws -> Findings {
        let checker = Checker(torrent, lanes: hashing.lanes)
        let plan = checker.plan(jobs: hashing.jobs)
        let progress = Progress(
            "checking \(torrent.name)", total: Int(plan.layout.length), quiet: quiet, in: world)
        defer { progress.finish() }
        let hashes = try Sweep(plan, data) { progress.advance(by: $0) }.run()
        // Reading may have met what a look at sizes does not show.
        let met = data.states(of: torrent)
        var findings = checker.findings(hashes, states: zip(states, met).map { $0 == .complete ? $1 : $0 })
        if findings.badPieces == [torrent.pieceCount - 1] {
            findings.paddedLastPiece = try LastPiece.verdict(torrent, data) == .padded
        }
        return findings
    }
}
