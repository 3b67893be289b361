package import Crypto

extension Draft {
    /// The torrent, now that the hashes are known. The same draft and hashes give the same bytes.
    package func torrent(_ hashes: Hashes, lanes: Lanes) throws(MakingError) -> [UInt8] {
        var files = files
        if recipe.kind.hasV2 { setRoots(of: &files, hashes, MerkleTree(lanes: lanes)) }
        let trackers = recipe.tiers.filter { !$0.isEmpty }
        let bytes = Bencode.dictionary([
            "announce": trackers.first?.first.map(Bencode.text),
            "announce-list": trackers.isEmpty ? nil : .list(trackers.map { .list($0.map(Bencode.text)) }),
            "comment": recipe.comment.map(Bencode.text),
            "created by": recipe.createdBy.map(Bencode.text),
            "creation date": recipe.creationDate.map(Bencode.integer),
            "info": info(files, hashes),
            "piece layers": recipe.kind.hasV2 ? layers(files, hashes) : nil,
            "url-list": Bencode.webSeeds(recipe.webSeeds),
        ]).encoded
        guard bytes.count <= Limits.bytes else { throw .tooManyBytes(bytes.count) }
        return bytes
    }

    private func info(_ files: [PayloadFile], _ hashes: Hashes) -> Bencode {
        let kind = recipe.kind
        return .dictionary([
            "file tree": kind.hasV2 ? tree(files) : nil,
            "files": kind.hasV1 && !isSingleFile ? .list(files.map(entry)) : nil,
            // Beside a tree, only where v1 reads it: clients refuse it in v2 alone.
            "length": kind.hasV1 && isSingleFile ? .integer(files[0].length) : nil,
            "meta version": kind.hasV2 ? .integer(2) : nil,
            "name": .text(recipe.name),
            "piece length": .integer(pieceLength),
            "pieces": kind.hasV1 ? .bytes(hashes.v1) : nil,
            // Left out when public: `private=0` would be another torrent to every client.
            "private": recipe.isPrivate ? .integer(1) : nil,
            "source": recipe.source.map(Bencode.text),
        ])
    }

    private func entry(_ file: PayloadFile) -> Bencode {
        .dictionary([
            "attr": file.isPadding ? .text("p") : nil,
            "length": .integer(file.length),
            "path": .list(file.path.map(Bencode.text)),
        ])
    }

    private func tree(_ files: [PayloadFile]) -> Bencode {
        var root = FileTree()
        for file in files where !file.isPadding {
            root.insert(file, at: file.path.isEmpty ? [recipe.name] : file.path[...])
        }
        return root.bencode
    }

    private func setRoots(of files: inout [PayloadFile], _ hashes: Hashes, _ tree: MerkleTree) {
        for extent in layout.extents {
            let roots = roots(of: extent, hashes)
            files[extent.file].root =
                extent.length <= pieceLength ? roots : tree.root(ofPieces: roots, pieceLength: pieceLength)
        }
    }

    /// Files alike share one layer; one of a single piece has none, for its root says all.
    private func layers(_ files: [PayloadFile], _ hashes: Hashes) -> Bencode {
        var layers: [[UInt8]: [UInt8]] = [:]
        for extent in layout.extents where extent.length > pieceLength {
            if let root = files[extent.file].root { layers[root] = roots(of: extent, hashes) }
        }
        return .dictionary(layers.map { (key: $0.key, value: .bytes($0.value)) })
    }

    private func roots(of extent: Layout.Extent, _ hashes: Hashes) -> [UInt8] {
        let first = Int(extent.start / pieceLength)
        let count = Int((extent.length + pieceLength - 1) / pieceLength)
        return Array(hashes.v2[first * 32..<(first + count) * 32])
    }
}

extension Bencode {
    static func webSeeds(_ urls: [String]) -> Bencode? {
        urls.isEmpty ? nil : .list(urls.map(Bencode.text))
    }
}

/// Folders within folders, as v2 writes them.
private struct FileTree {
    private var folders: [[UInt8]: FileTree] = [:]
    private var file: PayloadFile?

    mutating func insert(_ file: PayloadFile, at path: ArraySlice<String>) {
        guard let name = path.first else {
            self.file = file
            return
        }
        folders[Array(name.utf8), default: FileTree()].insert(file, at: path.dropFirst())
    }

    var bencode: Bencode {
        guard let file else { return .dictionary(folders.map { (key: $0.key, value: $0.value.bencode) }) }
        let properties = Bencode.dictionary([
            "length": .integer(file.length), "pieces root": file.root.map(Bencode.bytes),
        ])
        return .dictionary([(key: [], value: properties)])
    }
}
