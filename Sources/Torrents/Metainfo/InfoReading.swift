/// What an `info` dictionary says, key by key, before it is held together.
struct InfoReading {
    var name: String?
    var metaVersion: Int64?
    var pieceLength: Int64?
    var pieces: Range<Int>?
    var length: Int64?
    var files: [PayloadFile]?
    var tree: [PayloadFile]?
    var privateFlag: Int64?
    var source: String?

    /// Whether it is one file of the torrent's own name.
    var isSingleFile: Bool {
        if let tree, pieces == nil { return tree.count == 1 && isSamePath(tree[0].path, [name ?? ""]) }
        return files == nil
    }

    mutating func read(_ reader: inout BencodeReader) throws(Malformation) {
        guard try reader.next() == .dictionary else { throw reader.malformed(.noInfo, "\"info\" is not a dictionary") }
        try reader.dictionary { reader, key throws(Malformation) in
            try value(of: reader.text(key), &reader)
        }
    }

    private mutating func value(of key: String, _ reader: inout BencodeReader) throws(Malformation) {
        switch key {
        case "name": name = try Self.component(&reader)
        case "meta version": metaVersion = try version(&reader)
        case "piece length": pieceLength = try Self.pieceLength(&reader)
        case "pieces": pieces = try reader.string()
        case "length": length = try Self.length(&reader)
        case "files": files = try Self.files(&reader)
        case "file tree": tree = try FileTreeReading.files(&reader)
        case "private": privateFlag = try reader.integer()
        case "source": source = try Self.lenientText(&reader)
        default: try reader.skip()
        }
    }

    private func version(_ reader: inout BencodeReader) throws(Malformation) -> Int64 {
        let start = reader.position
        let version = try reader.integer()
        guard (1...2).contains(version) else {
            throw reader.malformed(
                .newerVersion, "version \(version) of the format, of which 1 and 2 are known", at: start)
        }
        return version
    }

    private static func pieceLength(_ reader: inout BencodeReader) throws(Malformation) -> Int64 {
        let start = reader.position
        let length = try reader.integer()
        guard length > 0 && length <= Limits.pieceLength else {
            throw reader.malformed(.pieceLength, "a piece length of \(length) bytes", at: start)
        }
        return length
    }

    static func length(_ reader: inout BencodeReader) throws(Malformation) -> Int64 {
        let start = reader.position
        let length = try reader.integer()
        guard length >= 0 && length < Limits.fileLength else {
            throw reader.malformed(.fileLength, "a length of \(length) bytes", at: start)
        }
        return length
    }

    /// `source` is a text where anything of sense is meant; elsewhere it is left alone.
    private static func lenientText(_ reader: inout BencodeReader) throws(Malformation) -> String? {
        guard try reader.next() == .text else {
            try reader.skip()
            return nil
        }
        return try reader.shortText()
    }

    private static func files(_ reader: inout BencodeReader) throws(Malformation) -> [PayloadFile] {
        var files: [PayloadFile] = []
        try reader.list { reader throws(Malformation) in files.append(try file(&reader)) }
        return files
    }

    private static func file(_ reader: inout BencodeReader) throws(Malformation) -> PayloadFile {
        let start = reader.position
        var path: [String]?
        var length: Int64?
        var attributes: PayloadFile.Attributes = []
        try reader.dictionary { reader, key throws(Malformation) in
            switch reader.text(key) {
            case "path": path = try Self.path(&reader)
            case "length": length = try Self.length(&reader)
            case "attr": attributes = Self.attributes(try reader.shortText())
            case "symlink path": try Self.skipTexts(&reader)
            default: try reader.skip()
            }
        }
        if attributes.contains(.symlink) { length = 0 }
        guard let length else { throw reader.malformed(.fileLength, "a file without a length", at: start) }
        guard attributes.contains(.padding) || path?.isEmpty == false else {
            throw reader.malformed(.unsafeName, "a file without a path", at: start)
        }
        return PayloadFile(path: path ?? [".pad", "\(length)"], length: length, attributes: attributes)
    }

    private static func path(_ reader: inout BencodeReader) throws(Malformation) -> [String] {
        var path: [String] = []
        try reader.list { reader throws(Malformation) in
            path.append(try component(&reader))
            // As deep as a v2 tree can be; no file system goes as far.
            guard path.count <= Limits.depth else {
                throw reader.malformed(.tooDeep, "a path of more than \(Limits.depth) names")
            }
        }
        return path
    }

    private static func component(_ reader: inout BencodeReader) throws(Malformation) -> String {
        let range = try reader.string()
        return try safeName(range, reader)
    }

    /// A name that stays where it is put: no way up, no second folder inside it.
    static func safeName(_ range: Range<Int>, _ reader: BencodeReader) throws(Malformation) -> String {
        let bytes = reader.bytes[range]
        let problem: String? =
            if bytes.isEmpty {
                "an empty name"
            } else if bytes.count > Limits.name {
                "a name of \(bytes.count) bytes"
            } else if bytes.elementsEqual("..".utf8) {
                "\"..\" as a name"
            } else if bytes.contains(UInt8(ascii: "/")) {
                "a name with \"/\" in it"
            } else if bytes.contains(0) {
                "a name with a zero byte in it"
            } else {
                nil
            }
        if let problem { throw reader.malformed(.unsafeName, problem, at: range.lowerBound) }
        return reader.text(range)
    }

    static func attributes(_ text: String) -> PayloadFile.Attributes {
        var attributes: PayloadFile.Attributes = []
        for letter in text.utf8 {
            switch letter {
            case UInt8(ascii: "p"): attributes.insert(.padding)
            case UInt8(ascii: "l"): attributes.insert(.symlink)
            case UInt8(ascii: "x"): attributes.insert(.executable)
            case UInt8(ascii: "h"): attributes.insert(.hidden)
            default: break
            }
        }
        return attributes
    }

    static func skipTexts(_ reader: inout BencodeReader) throws(Malformation) {
        try reader.list { reader throws(Malformation) in _ = try reader.string() }
    }
}
