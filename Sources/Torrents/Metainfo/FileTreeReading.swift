/// Reads the `file tree` of v2: dictionaries of names, and at each leaf one empty name with the file's properties.
struct FileTreeReading {
    private var files: [PayloadFile] = []
    private var path: [String] = []

    static func files(_ reader: inout BencodeReader) throws(Malformation) -> [PayloadFile] {
        var reading = FileTreeReading()
        try reading.folder(&reader)
        return reading.files
    }

    private mutating func folder(_ reader: inout BencodeReader) throws(Malformation) {
        let start = reader.position
        var entries = 0
        var isFile = false
        try reader.dictionary { reader, key throws(Malformation) in
            entries += 1
            if key.isEmpty {
                guard !path.isEmpty else {
                    throw reader.malformed(.unsafeName, "a file without a name", at: key.lowerBound)
                }
                isFile = true
                try file(&reader)
            } else {
                path.append(try InfoReading.safeName(key, reader))
                try folder(&reader)
                path.removeLast()
            }
        }
        guard !isFile || entries == 1 else {
            throw reader.malformed(.unsafeName, "a file that is a folder, too", at: start)
        }
    }

    private mutating func file(_ reader: inout BencodeReader) throws(Malformation) {
        let start = reader.position
        var file = PayloadFile(path: path, length: 0)
        var length: Int64?
        try reader.dictionary { reader, key throws(Malformation) in
            switch reader.text(key) {
            case "length": length = try InfoReading.length(&reader)
            case "attr": file.attributes = InfoReading.attributes(try reader.shortText())
            case "pieces root": file.root = try Self.root(&reader)
            case "symlink path": try InfoReading.skipTexts(&reader)
            default: try reader.skip()
            }
        }
        if file.isPadding { throw reader.malformed(.hybridMismatch, "padding inside the v2 tree", at: start) }
        if file.isSymlink { length = 0 }
        guard let length else { throw reader.malformed(.fileLength, "a file without a length", at: start) }
        file.length = length
        if length == 0 {
            file.root = nil
        } else if file.root == nil {
            throw reader.malformed(.piecesRoot, "a file without a \"pieces root\"", at: start)
        }
        files.append(file)
    }

    private static func root(_ reader: inout BencodeReader) throws(Malformation) -> [UInt8]? {
        let range = try reader.string()
        guard range.count == 32 else {
            throw reader.malformed(.piecesRoot, "a \"pieces root\" of \(range.count) bytes", at: range.lowerBound)
        }
        let root = Array(reader.bytes[range])
        guard root.contains(where: { $0 != 0 }) else {
            throw reader.malformed(.piecesRoot, "a \"pieces root\" of zeros", at: range.lowerBound)
        }
        return root
    }
}
