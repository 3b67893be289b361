import Crypto
import Files
import Publishing
import Torrents

/// One source on its way to a torrent.
struct MakeJob {
    let source: MakeSource
    let target: MakeTarget
    let request: MakeRequest
    private let draft: Torrents.Draft

    init(_ source: MakeSource, _ request: MakeRequest, in world: World) throws {
        self.source = source
        self.request = request
        target = MakeTarget(for: source, request, in: world)
        draft = try Torrents.Draft(try request.recipe(for: source), files: source.files)
        try source.checkReadable()
    }

    /// Every file that this job writes, where nothing keeps it from it.
    var written: [String] {
        let checksums = request.writesChecksums ? [source.checksumPath, target.checksumPath].compactMap { $0 } : []
        return [target.torrent].compactMap { $0 } + checksums
    }

    /// What would be refused at the end is refused at the beginning.
    func checkWriting() throws {
        let outputs = [(target.torrent, target.shown), (target.checksumPath, target.checksumShown)]
        for (path, shown) in outputs.prefix(request.writesChecksums ? 2 : 1) {
            guard let path, WholeFile.isFolder(path) else { continue }
            throw Failure("writing \(shown)", "it is a folder", advice: "move it away, or choose another --output")
        }
        try target.check(request)
        guard request.writesChecksums else { return }
        if WholeFile.exists(source.checksumPath) {
            try ChecksumFile.check(at: source.checksumPath, shown: source.checksumShown, for: source.checksumNames)
        } else {
            try Failure.during("writing \(source.checksumShown)") {
                try WholeFile.checkWritable(folder: source.path.folder)
            }
        }
    }

    /// What a progress has to count: the padding of a hybrid is hashed as well.
    var work: Int { Int(draft.layout.length) }

    func run(_ progress: Progress, in world: World) throws -> MadeTorrent {
        let plan = draft.plan(
            digestsFiles: request.writesChecksums, lanes: request.hashing.lanes, jobs: request.hashing.jobs)
        let hashes = try Sweep(plan, WholeData(data: source.data(for: draft), source: source)) {
            progress.advance(by: $0)
        }.run()
        try source.confirmUnchanged()
        let bytes = try draft.torrent(hashes, lanes: request.hashing.lanes)
        var made = try MadeTorrent(bytes, target: target)
        if request.writesChecksums { made.digests = digests(hashes) }
        try write(&made, bytes, in: world)
        return made
    }

    private func digests(_ hashes: Hashes) -> [ChecksumFile.Entry] {
        draft.files.enumerated().compactMap { index, file in
            // The sweep meets no byte of an empty file.
            let digest = file.length == 0 ? Hasher.digest(.sha256, of: []) : hashes.files[index]
            return digest.map { ChecksumFile.Entry(name: source.checksumName(file), digest: $0.hex) }
        }
    }

    /// What could be refused is looked at before the first file is written.
    private func write(_ made: inout MadeTorrent, _ bytes: [UInt8], in world: World) throws {
        let checksum = request.writesChecksums ? try dataChecksum(made.digests) : nil
        let own = request.writesChecksums ? try ownChecksum(bytes) : nil
        made.torrentDigest = own?.digest
        if request.isDryRun { return }
        if let checksum {
            try Write.file(checksum, to: source.checksumPath, .refused)
            made.written.append(source.checksumPath)
        }
        guard let path = target.torrent else { return try world.console.out(bytes: bytes) }
        try Write.file(bytes, to: path, request.replaces ? .replaced : .refused, shown: target.shown)
        made.written.append(path)
        if !request.writesChecksums { tellStaleChecksum(bytes, in: world) }
        if let text = own?.text, let checksumPath = target.checksumPath {
            try Write.file(Array(text.utf8), to: checksumPath, request.replaces ? .replaced : .refused)
            made.written.append(checksumPath)
        }
    }

    /// Nobody asked for a CHECKSUM, but one is there.
    private func tellStaleChecksum(_ bytes: [UInt8], in world: World) {
        guard let path = target.torrent, let checksumPath = target.checksumPath, WholeFile.exists(checksumPath) else {
            return
        }
        let entry = ChecksumFile.Entry(name: path.fileName, digest: Hasher.digest(.sha256, of: bytes).hex)
        if (try? ChecksumFile.agrees(at: checksumPath, shown: target.checksumShown, with: [entry])) == true { return }
        world.console.err("\(target.checksumShown) is not this torrent's any more; --checksum writes it anew")
    }

    /// The CHECKSUM of the data; nil where it stands already.
    private func dataChecksum(_ entries: [ChecksumFile.Entry]) throws -> [UInt8]? {
        if try ChecksumFile.agrees(at: source.checksumPath, shown: source.checksumShown, with: entries) { return nil }
        return Array(ChecksumFile.text(entries).utf8)
    }

    /// The CHECKSUM of the torrent; without a text where it stands already.
    private func ownChecksum(_ bytes: [UInt8]) throws -> (digest: String, text: String?) {
        let digest = Hasher.digest(.sha256, of: bytes).hex
        guard let path = target.torrent, let checksumPath = target.checksumPath else { return (digest, nil) }
        let entry = ChecksumFile.Entry(name: path.fileName, digest: digest)
        if !request.replaces,
            try ChecksumFile.agrees(at: checksumPath, shown: target.checksumShown, with: [entry])
        {
            return (digest, nil)
        }
        return (digest, ChecksumFile.text([entry]))
    }
}

/// Data that must be there: what a check would pass over is an error here.
private struct WholeData: Payload {
    let data: LocalData
    let source: MakeSource

    func read(file: Int, at offset: Int64, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        if try data.opened(file)?.read(at: offset, into: buffer) == buffer.count { return buffer.count }
        // Says what happened: gone, shorter, replaced.
        try source.confirmUnchanged()
        throw FileError("reading", source.path, .changed("it could not be read to its end"))
    }
}
