/// Reads a torrent from front to back, and then holds its parts against one another.
struct MetainfoReading {
    private(set) var reader: BencodeReader
    private(set) var info: Range<Int>?
    private(set) var inside = InfoReading()
    private(set) var outside = OutsideInfo()

    init(_ bytes: [UInt8]) throws(Malformation) {
        reader = try BencodeReader(bytes)
    }

    mutating func read() throws(Malformation) {
        guard try reader.next() == .dictionary else { throw reader.malformed(.notBencoded, "not a dictionary") }
        var info: Range<Int>?
        var inside = inside
        var outside = outside
        try reader.dictionary { reader, key throws(Malformation) in
            let name = reader.text(key)
            if name == "info" {
                let start = reader.position
                try inside.read(&reader)
                info = start..<reader.position
            } else if try !outside.read(name, from: &reader) {
                try reader.skip()
            }
        }
        try reader.end()
        self.info = info
        self.inside = inside
        self.outside = outside
    }

    func metainfo() throws(Malformation) -> Metainfo {
        guard let info else { throw reader.malformed(.noInfo, "no \"info\" in it", at: 0) }
        try refuseIrregular(info)
        guard let name = inside.name else { throw malformed(.unsafeName, "no name") }
        guard let pieceLength = inside.pieceLength else { throw malformed(.pieceLength, "no piece length") }
        let kind = try kind()
        if kind.hasV2 { try checkV2(pieceLength) }
        var files = try kind.hasV1 ? filesOfV1(kind, name) : inside.tree ?? []
        if inside.isSingleFile { files[0].path = [] }
        try checkSizes(files, pieceLength, kind)
        return Metainfo(
            reader.bytes, info: info, inside, kind: kind, name: name, files: files,
            layers: try PieceLayers.verified(outside, files, pieceLength, reader),
            outside, reader.irregularities)
    }

    private func malformed(_ rule: Rule, _ problem: String) -> Malformation {
        Malformation(rule: rule, path: "info", byte: info?.lowerBound ?? 0, fault: problem)
    }

    /// A key that stands twice says two things; and what v2 hashes has one form only.
    private func refuseIrregular(_ info: Range<Int>) throws(Malformation) {
        // Where there are more than are remembered, some may stand in there.
        let isFull = reader.irregularities.count >= Limits.irregularities
        for irregularity in reader.irregularities {
            let isHashed = inside.metaVersion == 2 && (isFull || info.contains(irregularity.byte))
            if irregularity.rule == .duplicateKeys || isHashed { throw irregularity }
        }
    }

    private func kind() throws(Malformation) -> Kind {
        guard inside.metaVersion == 2 else { return .v1 }
        guard inside.tree != nil else { throw malformed(.hybridMismatch, "version 2 without a \"file tree\"") }
        return inside.pieces == nil ? .v2 : .hybrid
    }

    private func checkV2(_ pieceLength: Int64) throws(Malformation) {
        guard pieceLength >= 16384 && pieceLength.nonzeroBitCount == 1 else {
            throw malformed(
                .pieceLength, "a piece length of \(pieceLength) bytes where v2 takes powers of two from 16 KiB on")
        }
        guard inside.tree?.isEmpty == false else { throw malformed(.noFiles, "no files in it") }
    }

    /// The files as v1 lists them; in a hybrid with the roots of the tree, which must tell the same.
    private func filesOfV1(_ kind: Kind, _ name: String) throws(Malformation) -> [PayloadFile] {
        var files: [PayloadFile]
        if let listed = inside.files {
            files = listed
        } else if let length = inside.length {
            files = [PayloadFile(path: [], length: length)]
        } else {
            throw malformed(.noFiles, "neither \"length\" nor \"files\"")
        }
        guard !files.isEmpty else { throw malformed(.noFiles, "no files in it") }
        guard inside.pieces != nil else { throw malformed(.pieces, "no piece hashes") }
        guard kind == .hybrid else { return files }

        var tree = (inside.tree ?? [])[...]
        var offset: Int64 = 0
        for index in files.indices {
            // May wrap: `checkSizes` refuses what is beyond all sums.
            defer { offset &+= files[index].length }
            if files[index].isPadding { continue }
            let path = inside.files == nil ? [name] : files[index].path
            guard let twin = tree.popFirst(), isSamePath(twin.path, path), twin.length == files[index].length else {
                throw malformed(
                    .hybridMismatch, "v1 and v2 disagree about file \(index + 1), \"\(path.joined(separator: "/"))\"")
            }
            guard twin.length == 0 || offset.isMultiple(of: inside.pieceLength ?? 1) else {
                throw malformed(.hybridMismatch, "\"\(path.joined(separator: "/"))\" does not begin with a piece")
            }
            files[index].root = twin.root
        }
        guard tree.isEmpty else { throw malformed(.hybridMismatch, "v2 has files that v1 lacks") }
        return files
    }

    private func checkSizes(_ files: [PayloadFile], _ pieceLength: Int64, _ kind: Kind) throws(Malformation) {
        var total: Int64 = 0
        var pieces: Int64 = 0
        for file in files {
            total += file.length
            guard total < Limits.fileLength else {
                throw malformed(.fileLength, "files of more than \(Limits.fileLength) bytes together")
            }
            pieces += (file.length + pieceLength - 1) / pieceLength
        }
        guard total > 0 else { throw malformed(.fileLength, "nothing in it: all files are empty") }
        if kind.hasV1 { pieces = (total + pieceLength - 1) / pieceLength }
        guard pieces <= Limits.pieces else {
            throw malformed(.tooLarge, "\(pieces) pieces, more than the \(Limits.pieces) that clients take")
        }
        if kind.hasV1, let hashes = inside.pieces, hashes.count != Int(pieces) * 20 {
            throw Malformation(
                rule: .pieces, path: "info.pieces", byte: hashes.lowerBound,
                fault: "\(hashes.count) bytes of hashes where \(pieces) pieces need \(pieces * 20)")
        }
    }
}
