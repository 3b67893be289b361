/// Looks for everything that makes a torrent fail somewhere.
package struct Linter {
    var found = FindingList()

    /// `payload`: the data, where it is at hand, for the rules that need it.
    package static func findings(in bytes: [UInt8], payload: (any Payload)? = nil) throws -> [Finding] {
        var linter = Linter()
        try linter.look(at: bytes, payload)
        return linter.found.all
    }

    private mutating func look(at bytes: [UInt8], _ payload: (any Payload)?) throws {
        let torrent: Metainfo
        do throws(Malformation) {
            var reading = try MetainfoReading(bytes)
            do throws(Malformation) {
                try reading.read()
                for irregularity in reading.reader.irregularities { found.add(irregularity) }
            } catch {
                for irregularity in reading.reader.irregularities { found.add(irregularity) }
                throw error
            }
            torrent = try reading.metainfo()
            lookAtInfo(torrent, reading.inside)
            try LocalPaths.look(at: bytes, &found)
        } catch {
            // One of the irregularities may be what it is refused for: said already.
            if !found.all.contains(Finding(error)) { found.add(error) }
            return
        }
        lookAtSources(torrent)
        lookAtNames(torrent)
        if let payload { try lookAtLastPiece(torrent, payload) }
    }

    private mutating func lookAtInfo(_ torrent: Metainfo, _ inside: InfoReading) {
        if torrent.kind == .v2 {
            found.add(.v2Only, "it is v2 alone")
            if inside.length != nil { found.add(.v2Length, "info.length stands in a v2 torrent") }
        }
        if inside.privateFlag == 0 { found.add(.privateZero, "info.private is 0") }
        let length = torrent.pieceLength
        if length < PieceSize.smallest || length > PieceSize.largest {
            found.add(.pieceSizeRange, "pieces of \(length) bytes")
        } else if length > 16 << 20 {
            found.add(.largePieces, "pieces of \(length >> 20) MiB")
        }
        if length.nonzeroBitCount != 1 { found.add(.oddPieceSize, "pieces of \(length) bytes") }
        for file in torrent.files where file.length > length {
            if let root = file.root, torrent.layers[root] == nil {
                found.add(.missingLayers, "\"\(torrent.shownPath(file))\" comes without the hashes of its pieces")
            }
        }
        lookAtPadding(torrent)
    }

    private mutating func lookAtPadding(_ torrent: Metainfo) {
        let padding = torrent.files.filter(\.isPadding)
        if Set(padding.map { $0.path.map { Array($0.utf8) } }).count < padding.count {
            found.add(.paddingPaths, "\(padding.count) padding files share paths")
        }
        if torrent.kind == .hybrid, torrent.files.count > 1, !torrent.layout.length.isMultiple(of: torrent.pieceLength)
        {
            found.add(.missingPadding, "no padding behind the last file")
        }
    }

    private mutating func lookAtLastPiece(_ torrent: Metainfo, _ payload: some Payload) throws {
        switch try LastPiece.verdict(torrent, payload) {
        case .padded:
            found.add(.paddedLastPiece, "piece \(torrent.pieceCount - 1) was hashed with zeros behind the file")
        case .different: found.add(.differentData, "its last piece is not the torrent's")
        case .sound, nil: break
        }
    }
}
