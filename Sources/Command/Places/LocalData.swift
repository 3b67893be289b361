import Files
import Publishing
import Synchronization
import Torrents

/// A torrent's data on this machine's disks: by index the path of each file; nil for what has no file.
struct LocalData: Payload {
    private let paths: [String?]
    private let open: OpenFiles

    init(_ paths: [String?]) {
        self.paths = paths
        open = OpenFiles()
    }

    /// Where a torrent's files lie. `place` is the file itself, the folder of the torrent's name, or what holds either.
    init(of torrent: Metainfo, at place: String) {
        let within = place.joined(torrent.name)
        if torrent.isSingleFile {
            self.init([WholeFile.isFolder(place) ? within : place])
        } else {
            let first = torrent.files.first { !$0.isPadding && !$0.isSymlink }?.path ?? []
            let base = WholeFile.exists(place.joined(first)) || !WholeFile.isFolder(within) ? place : within
            self.init(torrent.files.map { $0.isPadding || $0.isSymlink ? nil : base.joined($0.path) })
        }
    }

    /// The data beside the torrent itself.
    init(beside torrent: Metainfo, at path: String?, in world: World) {
        let folder = path.map(\.folder) ?? world.path(".")
        self.init(of: torrent, at: torrent.isSingleFile ? folder.joined(torrent.name) : folder)
    }

    func read(file: Int, at offset: Int64, into buffer: UnsafeMutableRawBufferPointer) throws -> Bool {
        // Why a file cannot be opened is told with its state.
        guard let opened = try? opened(file) else { return false }
        return try opened.read(at: offset, into: buffer) == buffer.count
    }

    func opened(_ file: Int) throws -> OpenFile? {
        try paths[file].map { try open.file(file, at: $0) }
    }

    /// How each file of a torrent stands there.
    func states(of torrent: Metainfo) -> [Findings.FileState] {
        zip(paths, torrent.files).map { path, file in
            guard let path else { return .complete }
            do throws(FileError) {
                let size = try FileState(at: path).size
                return size == file.length ? .complete : .wrongSize(size)
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
            let file = try OpenFile(path)
            if held.order.count == Self.most { held.files[held.order.removeFirst()] = nil }
            held.order.append(index)
            held.files[index] = file
            return file
        }
    }
}
