import Glibc

/// A file held open for reads at any place from any thread.
package final class OpenFile: Sendable {
    package let path: String
    package let size: Int64
    private let descriptor: Int32

    package init(_ path: String) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .system("opening", path) }
        do {
            size = try FileState(of: descriptor, path).size
        } catch {
            close(descriptor)
            throw error
        }
        self.path = path
        self.descriptor = descriptor
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
    }

    /// Whether a file could be opened.
    package static func check(_ path: String) throws(FileError) {
        guard access(path, R_OK) == 0 else { throw .system("opening", path) }
    }

    deinit {
        close(descriptor)
    }

    /// Fills `buffer` from `offset`; returns how many bytes there were, fewer only at the end of the file.
    package func read(at offset: Int64, into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
        var filled = 0
        while filled < buffer.count, let start = buffer.baseAddress {
            let count = pread(descriptor, start + filled, buffer.count - filled, off_t(offset) + off_t(filled))
            if count == 0 { break }
            if count < 0 {
                if errno == EINTR { continue }
                throw .system("reading", path)
            }
            filled += count
        }
        return filled
    }
}
