/// What can be wrong with a torrent. The raw value is the name under which people meet it.
package enum Rule: String, Sendable, CaseIterable {
    // The form
    case notBencoded = "not-bencoded"
    case wrongType = "wrong-type"
    case tooLarge = "too-large"
    case tooDeep = "too-deep"
    case tooManyKeys = "too-many-keys"
    case duplicateKeys = "duplicate-keys"
    case unsortedKeys = "unsorted-keys"
    case irregularNumber = "irregular-number"
    case trailingData = "trailing-data"
    case trailingNewline = "trailing-newline"

    // What it must say
    case noInfo = "no-info"
    case noFiles = "no-files"
    case newerVersion = "newer-version"
    case unsafeName = "unsafe-name"
    case fileLength = "file-length"
    case pieceLength = "piece-length"
    case pieces = "pieces"
    case piecesRoot = "pieces-root"
    case pieceLayers = "piece-layers"
    case hybridMismatch = "hybrid-mismatch"

    // What works in one client and not in another
    case missingLayers = "missing-layers"
    case paddedLastPiece = "padded-last-piece"
    case differentData = "different-data"
    case v2Length = "v2-length"
    case v2Only = "v2-only"
    case privateZero = "private-zero"
    case pieceSizeRange = "piece-size-range"
    case oddPieceSize = "odd-piece-size"
    case largePieces = "large-pieces"
    case noAnnounceList = "no-announce-list"
    case announceNotListed = "announce-not-listed"
    case noSource = "no-source"
    case trackerURL = "tracker-url"
    case duplicateTracker = "duplicate-tracker"
    case webSeedSlash = "web-seed-slash"
    case webSeedURL = "web-seed-url"
    case unescapedURL = "unescaped-url"
    case duplicateWebSeed = "duplicate-web-seed"
    case httpSeeds = "httpseeds"
    case localPath = "local-path"
    case paddingPaths = "padding-paths"
    case missingPadding = "missing-padding"
    case notUTF8 = "not-utf8"
    case awkwardName = "awkward-name"
    case sameName = "same-name"
    case creationDate = "creation-date"
}

package enum Severity: String, Sendable {
    case error
    case warning
}

extension Rule {
    package var severity: Severity {
        switch self {
        case .trailingNewline, .missingLayers, .v2Only, .privateZero, .largePieces, .oddPieceSize,
            .noAnnounceList, .announceNotListed, .noSource, .duplicateTracker, .duplicateWebSeed, .httpSeeds,
            .localPath, .paddingPaths, .missingPadding, .notUTF8, .awkwardName, .creationDate, .webSeedSlash,
            .differentData:
            .warning
        default:
            .error
        }
    }
}
