import Glibc

/// Files that appear whole or not at all, even when the machine is switched off in the middle.
package enum WholeFile {
    package enum Existing: Sendable {
        case refused
        case replaced
    }

    /// Writes `bytes` to `path`. An existing file is refused (`isExisting`) without a moment in which two
    /// writers could both succeed, or replaced in one step, keeping its permissions.
    package static func write(_ bytes: [UInt8], to path: String, existing: Existing) throws(FileError) {
        switch (kind(of: path), existing) {
        case (.device, _):
            try writeThrough(bytes, to: path)
        case (.file, .refused), (.folder, .refused):
            throw FileError("writing", path, .system(EEXIST))
        case (.folder, .replaced):
            throw FileError("writing", path, .system(EISDIR))
        case (.nothing, _), (.file, .replaced):
            // A link stays a link: what it points at is replaced.
            let target = kind(of: path) == .file ? try resolved(path) : path
            do {
                try Draft(for: target, bytes).publish(existing)
            } catch {
                guard error.saysNoLinks else { throw error }
                try Draft(for: target, bytes, isNamed: true).publish(existing)
            }
        }
    }

    package static func exists(_ path: String) -> Bool {
        kind(of: path) != .nothing
    }

    package static func isFolder(_ path: String) -> Bool {
        kind(of: path) == .folder
    }

    package static func isDevice(_ path: String) -> Bool {
        kind(of: path) == .device
    }

    /// Whether files can be created there, found out without creating one.
    package static func checkWritable(folder: String) throws(FileError) {
        guard kind(of: folder) != .file else { throw FileError("writing", folder, .system(ENOTDIR)) }
        guard access(folder, W_OK | X_OK) == 0 else { throw .system("writing", folder) }
    }

    /// The path without links and dots.
    package static func resolved(_ path: String) throws(FileError) -> String {
        guard let real = realpath(path, nil) else { throw .system("reading", path) }
        defer { free(real) }
        return String(cString: real)
    }

    private enum Kind {
        case nothing, file, folder, device
    }

    private static func kind(of path: String) -> Kind {
        var status = stat()
        guard stat(path, &status) == 0 else { return .nothing }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        default: .device
        }
    }

    private static func writeThrough(_ bytes: [UInt8], to path: String) throws(FileError) {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system("writing", path) }
        defer { close(descriptor) }
        try writeAll(bytes, to: descriptor, path)
    }
}

func writeAll(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(FileError) {
    var written = 0
    while written < bytes.count {
        let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + written, $0.count - written) }
        if count < 0 {
            if errno == EINTR { continue }
            throw .system("writing", path)
        }
        written += count
    }
}
