import Files
import Publishing
import Synchronization
import Torrents

/// A torrent's data on this machine's disks: by index the path of each file; nil for what has no file.
struct LocalData: Payload {
    private let paths: [String?]
    private let open = OpenFiles()
    /// By file: what went wrong when it was read.
    private let trouble = Trouble()

    init(_ paths: [String?]) {
        self.paths = paths
    }

    /// Where a torrent's files lie. `place` is the file itself, the folder of the torrent's name, or what holds either.
    init(of torrent: Metainfo, at place: String) {
        let within = place.joined(torrent.name)
        if torrent.isSingleFile {
            self.init([WholeFile.isFolder(place) ? within : place])
        } else {
            let isWithin = WholeFile.isFolder(within) && Self.holds(torrent, place) <= Self.holds(torrent, within)
            let base = isWithin ? within : place
            self.init(torrent.files.map { $0.isPadding || $0.isSymlink ? nil : base.joined($0.path) })
        }
    }

    /// How many of a torrent's files lie below a folder in their right size; a name alone, such as README.md, proves
    /// nothing. The first thousand tell enough.
    private static func holds(_ torrent: Metainfo, _ folder: String) -> Int {
        torrent.files.prefix(1_000).count { file in
            !file.isPadding && (try? FileState(at: folder.joined(file.path)))?.size == file.length
        }
    }

    /// The data beside the torrent itself.
    init(beside torrent: Metainfo, at path: String?, in world: World) {
        let folder = path.map(\.folder) ?? world.path(".")
        self.init(of: torrent, at: torrent.isSingleFile ? folder.joined(torrent.name) : folder)
    }

    func read(file: Int, at offset: Int64, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        do {
            return try opened(file)?.read(at: offset, into: buffer) ?? 0
        } catch let error as FileError {
            // The other pieces are still worth knowing: a failing disk is when one checks.
            trouble.byFile.withLock { _ = $0.updateValue(error.problem, forKey: file) }
            return 0
        }
    }

    func opened(_ file: Int) throws -> OpenFile? {
        try paths[file].map { try open.file(file, at: $0) }
    }

    /// How each file of a torrent stands there, as far as that can be seen without reading it.
    func states(of torrent: Metainfo) -> [Findings.FileState] {
        zip(paths, torrent.files).enumerated().map { index, found in
            guard let path = found.0 else { return .complete }
            if let trouble = trouble.byFile.withLock({ $0[index] }) { return .unreadable(trouble) }
            do throws(FileError) {
                let size = try FileState(at: path).size
                return size == found.1.length ? .complete : .wrongSize(size)
            } catch {
                return error.isMissing ? .missing : .unreadable(error.problem)
            }
        }
    }
}

/// Some files held open at a time, for a folder can have more of them than a process may hold.
private final class OpenFiles: Sendable {
    private struct Held {
        var files: [Int: OpenFile] = [:]
        var order: [Int] = []
    }

    private static let most = 64
    private let held = Mutex(Held())

    func file(_ index: Int, at path: String) throws -> OpenFile {
        try held.withLock { held in
            if let file = held.files[index] { return file }
            if held.order.count == Self.most { held.files[held.order.removeFirst()] = nil }
            let file: OpenFile
            do throws(FileError) {
                file = try OpenFile(path)
            } catch {
                // The process may hold fewer than thought: those held are let go.
                guard error.isTooMany && !held.order.isEmpty else { throw error }
                held = Held()
                file = try OpenFile(path)
            }
            held.order.append(index)
            held.files[index] = file
            return file
        }
    }
}

private final class Trouble: Sendable {
    let byFile = Mutex<[Int: String]>([:])
}
