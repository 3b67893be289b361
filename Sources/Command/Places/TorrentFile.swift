import Files
import Publishing
import Torrents

/// A torrent as a person names it: a file, or `-` for standard input.
struct TorrentFile {
    let bytes: [UInt8]
    /// Nil for standard input.
    let path: String?
    /// What it is called when something is said about it.
    let shown: String

    init(_ operand: String, in world: World) throws {
        if operand == "-" {
            path = nil
            shown = "standard input"
            bytes = try Failure.during("reading standard input") { try world.input(Limits.bytes) }
        } else {
            let path = world.path(operand)
            self.path = path
            shown = operand
            bytes = try Failure.during("reading \(operand)") { try SmallFile.read(path, limit: Limits.bytes) }
        }
    }

    func metainfo() throws -> Metainfo {
        try Failure.during("reading \(shown)") { try Metainfo(bytes) }
    }

    static func metainfo(_ operand: String, in world: World) throws -> Metainfo {
        try TorrentFile(operand, in: world).metainfo()
    }
}
