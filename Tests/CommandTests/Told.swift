import Foundation

/// What `--json` of make and show tells, as far as tests ask for it. Decoding fails where a key is missing.
struct Told: Decodable {
    struct File: Decodable, Equatable {
        let path: String
        let size: Int
        let piecesRoot: String?
    }

    struct Checksum: Decodable, Equatable {
        let file: String
        let sha256: String
    }

    let name: String
    let kind: String
    let size: Int
    let pieceSize: Int
    let pieceCount: Int
    let infohashV1: String?
    let infohashV2: String?
    let magnet: String
    let isPrivate: Bool
    let source: String?
    let comment: String?
    let creationDate: Int?
    let trackers: [[String]]
    let webSeeds: [String]
    let files: [File]
    let remarks: [String]

    // Of make alone.
    let torrent: String?
    let torrentSha256: String?
    let checksums: [Checksum]?
    let written: [String]?

    /// Of `make --json` with one source.
    static func one(_ outcome: FrameStage.Outcome) throws -> Told {
        let all = try JSONDecoder().decode([Told].self, from: Data(outcome.out.utf8))
        guard all.count == 1 else { throw NotOne(count: all.count) }
        return all[0]
    }

    /// Of `show --json`.
    static func shown(_ outcome: FrameStage.Outcome) throws -> Told {
        try JSONDecoder().decode(Told.self, from: Data(outcome.out.utf8))
    }

    private struct NotOne: Error { let count: Int }
}
