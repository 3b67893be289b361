import Glibc

/// What tells one state of a file from another: taken before reading, held against the file afterwards.
package struct FileState: Sendable, Equatable {
    package let size: Int64
    private let seconds: Int
    private let nanoseconds: Int
    private let inode: UInt64
    private let device: UInt64

    package init(at path: String) throws(FileError) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .system("reading", path) }
        try self.init(status, path)
    }

    init(of descriptor: Int32, _ path: String) throws(FileError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system("reading", path) }
        try self.init(status, path)
    }

    private init(_ status: stat, _ path: String) throws(FileError) {
        let type = status.st_mode & S_IFMT
        guard type == S_IFREG else {
            throw FileError("reading", path, type == S_IFDIR ? .system(EISDIR) : .notAFile)
        }
        size = Int64(status.st_size)
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
        inode = UInt64(status.st_ino)
        device = UInt64(status.st_dev)
    }

    /// Throws when what stands at the path is no longer what was seen first.
    package func confirm(at path: String) throws(FileError) {
        let now = try FileState(at: path)
        guard now != self else { return }
        let how =
            if now.size != size {
                "its size changed from \(size) to \(now.size) bytes while it was read"
            } else if now.inode != inode || now.device != device {
                "it was replaced while it was read"
            } else {
                "it was written to while it was read"
            }
        throw FileError("reading", path, .changed(how))
    }
}
