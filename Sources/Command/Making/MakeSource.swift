import Files
import Publishing
import Torrents

/// A file or folder of which a torrent is made, as it stood before it was read.
struct MakeSource {
    /// As it was named on the command line.
    let shown: String
    let path: String
    let name: String
    let isFolder: Bool
    /// For each file its path below the folder, and its state; a file by itself has no path.
    private let entries: [(path: [String], state: FileState)]

    init(_ operand: String, in world: World) throws {
        let full = world.path(operand).withoutFinalSlashes
        shown = operand
        isFolder = WholeFile.isFolder(full)
        // “.” and “..” have no name of their own.
        path = [".", ".."].contains(full.fileName) ? try WholeFile.resolved(full) : full
        name = path.fileName
        entries =
            isFolder
            ? try Folder.files(under: path).map { ($0.path, $0.state) }
            : [([], try FileState(at: path))]
    }

    /// Whether a place without links is this source, or lies in it.
    func holds(_ place: String) -> Bool {
        guard let own = try? WholeFile.resolved(path) else { return false }
        return place.utf8.elementsEqual(own.utf8) || isFolder && place.utf8.starts(with: own.joined("").utf8)
    }

    /// Whether all of it may be read: found before the first file is hashed.
    func checkReadable() throws {
        for entry in entries { try OpenFile.check(path.joined(entry.path)) }
    }

    /// Where its torrent goes when nothing else is said: beside it.
    var torrentPath: String { path + ".torrent" }
    var checksumPath: String { path + "-CHECKSUM" }
    var checksumShown: String { shown.withoutFinalSlashes + "-CHECKSUM" }
    var checksumNames: [String] { files.map(checksumName) }

    var files: [PayloadFile] {
        entries.map { PayloadFile(path: $0.path, length: $0.state.size) }
    }

    /// The data in the order of a draft, whose padding has no file.
    func data(for draft: Torrents.Draft) -> LocalData {
        LocalData(draft.files.map { $0.isPadding ? nil : path.joined($0.path) })
    }

    /// How its files are called in a CHECKSUM file, which lies beside it.
    func checksumName(_ file: PayloadFile) -> String {
        ([path.fileName] + file.path).joined(separator: "/")
    }

    func confirmUnchanged() throws {
        for entry in entries { try entry.state.confirm(at: path.joined(entry.path)) }
        // A file that came in meanwhile is missing from the torrent.
        guard isFolder, try Folder.files(under: path).count != entries.count else { return }
        throw FileError("reading", path, .changed("files came or went while it was read"))
    }
}
