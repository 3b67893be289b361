import Glibc

/// Files that are read as a whole.
package enum SmallFile {
    package static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
        if WholeFile.isDevice(path) { return try readThrough(path, limit: limit) }
        let file = try OpenFile(path)
        guard file.size <= Int64(limit) else { throw FileError("reading", path, .tooLarge(limit: limit)) }
        // One byte more than it should hold, so that a file that grows meanwhile does not come out cut.
        var bytes = [UInt8](repeating: 0, count: Int(file.size) + 1)
        var failure: FileError?
        let count = bytes.withUnsafeMutableBytes { buffer in
            do throws(FileError) {
                return try file.read(at: 0, into: buffer)
            } catch {
                failure = error
                return 0
            }
        }
        if let failure { throw failure }
        guard Int64(count) == file.size else {
            throw FileError("reading", path, .changed("it changed while it was read"))
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    /// A pipe, such as a shell's `<(…)`, says how long it is by ending.
    private static func readThrough(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system("reading", path) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= limit {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count < 0 && errno != EINTR { throw .system("reading", path) }
            bytes += buffer[..<max(0, count)]
        }
        throw FileError("reading", path, .tooLarge(limit: limit))
    }
}
