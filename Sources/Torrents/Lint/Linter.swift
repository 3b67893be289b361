/// Looks for everything that makes a torrent fail somewhere.
package enum Linter {
    /// `payload`: the data, where it is at hand, for the rules that need it.
    package static func findings(in bytes: [UInt8], payload: (any Payload)? = nil) throws -> [Finding] {
        var reading: MetainfoReading
        do throws(Malformation) {
            reading = try MetainfoReading(bytes)
        } catch {
            return [Finding(error)]
        }
        do throws(Malformation) {
            try reading.read()
        } catch {
            return (reading.reader.irregularities + [error]).map(Finding.init)
        }
        var findings = reading.reader.irregularities.map(Finding.init)
        do throws(Malformation) {
            let torrent = try reading.metainfo()
            findings += infoFindings(torrent, reading.inside)
            findings += sourceFindings(torrent)
            findings += nameFindings(torrent)
            findings += try LocalPaths.findings(in: bytes)
        } catch {
            if !reading.reader.irregularities.contains(error) { findings.append(Finding(error)) }
            return findings
        }
        if let payload, let torrent = try? reading.metainfo() {
            findings += try lastPieceFindings(torrent, payload)
        }
        return findings
    }

    private static func infoFindings(_ torrent: Metainfo, _ inside: InfoReading) -> [Finding] {
        var findings: [Finding] = []
        if torrent.kind == .v2 {
            findings.append(Finding(.v2Only, "it is v2 alone"))
            if inside.length != nil { findings.append(Finding(.v2Length, "info.length stands in a v2 torrent")) }
        }
        if inside.privateFlag == 0 { findings.append(Finding(.privateZero, "info.private is 0")) }
        let length = torrent.pieceLength
        if length < PieceSize.smallest || length > PieceSize.largest {
            findings.append(Finding(.pieceSizeRange, "pieces of \(length) bytes"))
        } else if length > 16 << 20 {
            findings.append(Finding(.largePieces, "pieces of \(length >> 20) MiB"))
        }
        if length.nonzeroBitCount != 1 { findings.append(Finding(.oddPieceSize, "pieces of \(length) bytes")) }
        findings += torrent.files.filter { file in
            file.length > length && file.root.map { torrent.layers[$0] == nil } == true
        }.map { Finding(.missingLayers, "\"\(torrent.shownPath($0))\" comes without the hashes of its pieces") }
        return findings + paddingFindings(torrent)
    }

    private static func paddingFindings(_ torrent: Metainfo) -> [Finding] {
        let padding = torrent.files.filter(\.isPadding)
        var findings: [Finding] = []
        if Set(padding.map { $0.path.map { Array($0.utf8) } }).count < padding.count {
            findings.append(Finding(.paddingPaths, "\(padding.count) padding files share paths"))
        }
        if torrent.kind == .hybrid, torrent.files.count > 1, !torrent.layout.length.isMultiple(of: torrent.pieceLength)
        {
            findings.append(Finding(.missingPadding, "no padding behind the last file"))
        }
        return findings
    }

    private static func lastPieceFindings(_ torrent: Metainfo, _ payload: some Payload) throws -> [Finding] {
        switch try LastPiece.verdict(torrent, payload) {
        case .padded:
            [Finding(.paddedLastPiece, "piece \(torrent.pieceCount - 1) was hashed with zeros behind the file")]
        case .different: [Finding(.differentData, "its last piece is not the torrent's")]
        case .sound, nil: []
        }
    }
}
