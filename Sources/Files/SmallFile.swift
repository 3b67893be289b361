/// Files that are read as a whole.
package enum SmallFile {
    package static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
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
}
