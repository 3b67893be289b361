internal import Crypto

/// The trap of single-file hybrids: some tool hashed the last v1 piece with zeros behind the file, and clients,
/// which hash what there is, stop at 98 %.
package enum LastPiece {
    package enum Verdict: Sendable, Equatable {
        case sound
        case padded
        case different
    }

    /// Reads the last piece alone. Nil where there is nothing to find: v2 alone, or a piece that is full anyway.
    package static func verdict(_ torrent: Metainfo, _ payload: some Payload) throws -> Verdict? {
        let layout = torrent.layout
        guard let pieces = torrent.pieces, torrent.isSingleFile, layout.pieceCount > 0 else { return nil }
        let range = layout.piece(layout.pieceCount - 1)
        guard range.count < Int(torrent.pieceLength) else { return nil }
        let step = 1 << 20
        var hasher = Hasher(.sha1)
        var padded = Hasher(.sha1)
        var buffer = [UInt8](repeating: 0, count: step)
        var offset = range.lowerBound
        while offset < range.lowerBound + torrent.pieceLength {
            let real = max(0, min(Int64(step), range.upperBound - offset))
            let whole = min(Int64(step), range.lowerBound + torrent.pieceLength - offset)
            let isThere = try buffer.withUnsafeMutableBytes { buffer in
                buffer.initializeMemory(as: UInt8.self, repeating: 0)
                let place = UnsafeMutableRawBufferPointer(rebasing: buffer[..<Int(real)])
                if real > 0 {
                    guard try payload.read(file: 0, at: offset, into: place) == place.count else { return false }
                    hasher.update(UnsafeRawBufferPointer(place))
                }
                padded.update(UnsafeRawBufferPointer(rebasing: buffer[..<Int(whole)]))
                return true
            }
            guard isThere else { return nil }
            offset += whole
        }
        let expected = torrent.bytes[pieces.upperBound - 20..<pieces.upperBound]
        if hasher.finish().elementsEqual(expected) { return .sound }
        return padded.finish().elementsEqual(expected) ? .padded : .different
    }
}
