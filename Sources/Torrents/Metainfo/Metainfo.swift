internal import Crypto

/// A torrent, read and found sound: what it says, and the bytes it was said with.
package struct Metainfo: Sendable {
    /// The file as it came.
    package let bytes: [UInt8]
    /// Where `info` stands in it. Its hashes are taken from these bytes, never from a new encoding.
    package let info: Range<Int>

    package let kind: Kind
    package let name: String
    /// Whether the torrent is one file of its own name, not a folder.
    package let isSingleFile: Bool
    package let pieceLength: Int64
    /// In the order of the payload, with the padding that v1 lists.
    package let files: [PayloadFile]
    /// Where the v1 hashes stand, 20 bytes a piece.
    package let pieces: Range<Int>?
    /// Where the v2 hashes of the pieces stand, by the root of the file.
    package let layers: [[UInt8]: Range<Int>]
    package let isPrivate: Bool
    package let source: String?

    package let announce: String?
    package let tiers: [[String]]
    package let webSeeds: [String]
    package let httpSeeds: [String]
    package let comment: String?
    package let createdBy: String?
    /// Seconds since 1970.
    package let creationDate: Int64?

    /// What is not as it should be and yet was read.
    package let irregularities: [Malformation]

    package init(_ bytes: [UInt8]) throws(Malformation) {
        var reading = try MetainfoReading(bytes)
        try reading.read()
        self = try reading.metainfo()
    }

    init(
        _ bytes: [UInt8], info: Range<Int>, _ read: InfoReading, kind: Kind, name: String, files: [PayloadFile],
        layers: [[UInt8]: Range<Int>], _ outside: OutsideInfo, _ irregularities: [Malformation]
    ) {
        self.bytes = bytes
        self.info = info
        self.kind = kind
        self.name = name
        self.files = files
        self.layers = layers
        self.irregularities = irregularities
        isSingleFile = read.isSingleFile
        pieceLength = read.pieceLength ?? 0
        pieces = kind.hasV1 ? read.pieces : nil
        isPrivate = read.privateFlag == 1
        source = read.source
        announce = outside.announce
        tiers = outside.tiers
        webSeeds = outside.webSeeds
        httpSeeds = outside.httpSeeds
        comment = outside.comment
        createdBy = outside.createdBy
        creationDate = outside.creationDate
    }
}

extension Metainfo {
    package var infohashV1: [UInt8]? { kind.hasV1 ? Hasher.digest(.sha1, of: bytes[info]) : nil }
    package var infohashV2: [UInt8]? { kind.hasV2 ? Hasher.digest(.sha256, of: bytes[info]) : nil }

    /// The bytes a downloader ends up with: padding and links do not count.
    package var size: Int64 {
        files.reduce(0) { $0 + ($1.isPadding || $1.isSymlink ? 0 : $1.length) }
    }

    package var pieceCount: Int { layout.pieceCount }

    package var layout: Layout {
        Layout(files: files, pieceLength: pieceLength, aligned: kind == .v2)
    }

    /// All trackers in the order in which a client asks them: the tiers if there are any, else the one.
    package var trackers: [[String]] {
        tiers.isEmpty ? announce.map { [[$0]] } ?? [] : tiers
    }
}
