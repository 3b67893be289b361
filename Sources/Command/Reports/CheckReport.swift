import Publishing
import Torrents

/// What a check found, for people as it comes and for programs at the end.
struct CheckReport {
    private let torrent: Metainfo
    private let isJSON: Bool
    private let world: World

    /// More are counted, not listed: somebody reads this.
    private static let mostListed = 50

    init(_ torrent: Metainfo, isJSON: Bool, _ world: World) {
        self.torrent = torrent
        self.isJSON = isJSON
        self.world = world
    }

    /// Before anything is hashed: a wrong size is the quickest explanation of all.
    func sizes(_ states: [Findings.FileState]) throws {
        if isJSON { return }
        for (file, state) in zip(torrent.files, states) {
            if let problem = problem(state, file) {
                try world.console.out("\(torrent.shownPath(file).printable): \(problem)\n")
            }
        }
    }

    func verdict(_ findings: Findings) throws {
        if isJSON { return try world.console.out(json: CheckSummary(torrent, findings, problem)) }
        if findings.isSound {
            let pieces = findings.pieceCount == 1 ? "its piece is" : "all \(findings.pieceCount) pieces are"
            return try world.console.out("\(torrent.name.printable): \(pieces) right\n")
        }
        if !findings.badPieces.isEmpty {
            let pieces = Self.list(findings.badPieces)
            try world.console.out(
                "\(torrent.name.printable): \(findings.badPieces.count) of \(findings.pieceCount) pieces bad: "
                    + "\(pieces)\n"
            )
        }
        // That all bytes of a missing file are bad was said by saying that it is missing.
        let damaged = findings.damage.filter { findings.states[$0.file] != .missing }
        for damage in damaged.prefix(Self.mostListed) {
            let name = torrent.shownPath(torrent.files[damage.file]).printable
            try world.console.out("  \(name): bytes \(damage.range.lowerBound) to \(damage.range.upperBound - 1)\n")
        }
        if damaged.count > Self.mostListed {
            try world.console.out("  and \(damaged.count - Self.mostListed) more ranges; --json lists them all\n")
        }
        for file in findings.badRoots {
            try world.console.out(
                "  \(torrent.shownPath(torrent.files[file]).printable): not the torrent's; "
                    + "without piece layers in it nobody can say where\n")
        }
        if findings.paddedLastPiece {
            try world.console.out(
                "  the last piece matches with zeros behind the file: the torrent is at fault, not the data\n")
        }
    }

    private func problem(_ state: Findings.FileState, _ file: PayloadFile) -> String? {
        switch state {
        case .complete: nil
        case .missing: "missing"
        case .wrongSize(let size): "\(size) bytes instead of \(file.length)"
        case .unreadable(let problem): problem
        }
    }

    /// Neighbours as a range: `3, 7-9`.
    private static func list(_ pieces: [Int]) -> String {
        var ranges: [ClosedRange<Int>] = []
        for piece in pieces {
            if let last = ranges.last, last.upperBound + 1 == piece {
                ranges[ranges.count - 1] = last.lowerBound...piece
            } else {
                ranges.append(piece...piece)
            }
        }
        let shown = ranges.prefix(mostListed).map { range in
            range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
        }
        return shown.joined(separator: ", ") + (ranges.count > mostListed ? ", …" : "")
    }
}

/// The same for programs.
private struct CheckSummary: Encodable {
    struct File: Encodable {
        let path: String
        let problem: String
    }

    struct Range: Encodable {
        let path: String
        /// The first byte that may be wrong, and the first behind it that is not.
        let start: Int64
        let end: Int64
    }

    let name: String
    let sound: Bool
    let pieceCount: Int
    let badPieces: [Int]
    let badRanges: [Range]
    let badFiles: [File]
    let paddedLastPiece: Bool

    init(_ torrent: Metainfo, _ findings: Findings, _ problem: (Findings.FileState, PayloadFile) -> String?) {
        name = torrent.name
        sound = findings.isSound
        pieceCount = findings.pieceCount
        badPieces = findings.badPieces
        badRanges = findings.damage.map {
            Range(
                path: torrent.shownPath(torrent.files[$0.file]), start: $0.range.lowerBound, end: $0.range.upperBound)
        }
        badFiles =
            zip(torrent.files, findings.states).compactMap { file, state in
                problem(state, file).map { File(path: torrent.shownPath(file), problem: $0) }
            }
            + findings.badRoots.map {
                File(path: torrent.shownPath(torrent.files[$0]), problem: "not the torrent's")
            }
        paddedLastPiece = findings.paddedLastPiece
    }
}
