import Glibc

/// The files below a folder, links followed.
package struct Folder {
    package struct Entry: Sendable {
        /// From the folder down; the last is the file's own name.
        package let path: [String]
        package let state: FileState
    }

    package static func files(under path: String) throws(FileError) -> [Entry] {
        var walk = Folder()
        try walk.enter(path, [], around: [])
        return walk.entries
    }

    private var entries: [Entry] = []

    /// `around` are the folders that hold this one: meeting one of them again means that a link leads back.
    private mutating func enter(_ path: String, _ components: [String], around: [[UInt64]]) throws(FileError) {
        let status = try Self.status(path)
        let identity = [UInt64(status.st_dev), UInt64(status.st_ino)]
        guard !around.contains(identity) else { throw FileError("reading", path, .loop) }
        for name in try Self.names(in: path).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            let child = path.hasSuffix("/") ? path + name : path + "/" + name
            let status = try Self.status(child)
            switch status.st_mode & S_IFMT {
            case S_IFREG: entries.append(Entry(path: components + [name], state: try FileState(at: child)))
            case S_IFDIR: try enter(child, components + [name], around: around + [identity])
            default: throw FileError("reading", child, .notAFile)
            }
        }
    }

    private static func status(_ path: String) throws(FileError) -> stat {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .system("reading", path) }
        return status
    }

    private static func names(in path: String) throws(FileError) -> [String] {
        guard let folder = opendir(path) else { throw .system("reading", path) }
        defer { closedir(folder) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(folder) else { break }
            let bytes = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: UInt8.self, capacity: 256) {
                    Array(UnsafeBufferPointer(start: $0, count: strlen($0)))
                }
            }
            guard let name = String(validating: bytes, as: UTF8.self) else {
                throw FileError("reading", path + "/" + String(decoding: bytes, as: UTF8.self), .nameNotUTF8)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        guard errno == 0 else { throw .system("reading", path) }
        return names
    }
}
