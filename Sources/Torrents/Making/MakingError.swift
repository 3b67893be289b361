/// Why no torrent can be made of what was given.
package enum MakingError: Error, Equatable {
    case noFiles
    case nothingInside
    case name(String)
    case tooDeep(String)
    case pieceLength(Int64)
    case tooManyPieces(Int64, Int64)
    case tooManyBytes(Int)

    package var problem: String {
        switch self {
        case .noFiles: "there is no file in it"
        case .nothingInside: "it is empty: a torrent needs at least one byte"
        case .name(let name): "\"\(name.prefix(100))\" cannot be a torrent's name"
        case .tooDeep(let path): "folders nested deeper than clients follow: \(path.prefix(100))…"
        case .pieceLength(let length): "pieces of \(length) bytes: a power of two from 16 KiB to 128 MiB is needed"
        case .tooManyPieces(let count, let length):
            "\(count) pieces of \(length) bytes make a torrent larger than the 10 MB that clients open"
        case .tooManyBytes(let count):
            "the torrent has \(count) bytes, more than the \(Limits.bytes) that clients open"
        }
    }

    package var advice: String? {
        switch self {
        case .nothingInside, .noFiles: "check that the build wrote it"
        case .name: "a name without \"/\", neither \".\" nor \"..\""
        case .tooDeep: "pack it, or flatten it"
        case .pieceLength: "--piece-size 1MiB, or leave it out"
        case .tooManyPieces: "larger pieces, or no --piece-size at all"
        case .tooManyBytes: "fewer files, or larger pieces"
        }
    }
}
