import Glibc

/// The bytes of a file to be, on the disk but not under its name yet.
///
/// Where the file system can, the draft has no name at all, so that not even `kill -9` leaves it behind;
/// elsewhere it stands beside its target and is removed on failure and interruption.
struct Draft: ~Copyable {
    private let target: String
    private let folder: String
    private let descriptor: Int32
    private var name: String?

    init(for target: String, _ bytes: [UInt8]) throws(FileError) {
        self.target = target
        folder = parent(of: target)
        let unnamed = open(folder, nameless | O_WRONLY | O_CLOEXEC, 0o666)
        if unnamed >= 0 {
            descriptor = unnamed
        } else {
            let beside = Self.nameBeside(target)
            TemporaryFiles.add(beside)
            descriptor = open(beside, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o666)
            guard descriptor >= 0 else {
                TemporaryFiles.forget(beside)
                throw .system("writing", target)
            }
            name = beside
        }
        try writeAll(bytes, to: descriptor, target)
        guard fsync(descriptor) == 0 else { throw .system("writing", target) }
    }

    deinit {
        close(descriptor)
        if let name { TemporaryFiles.remove(name) }
    }

    consuming func publish(_ existing: WholeFile.Existing) throws(FileError) {
        if linked(as: target) { return settle() }
        guard errno == EEXIST, existing == .replaced else { throw .system("writing", target) }
        var status = stat()
        if stat(target, &status) == 0 { fchmod(descriptor, status.st_mode & 0o7777) }
        if name == nil {
            let beside = Self.nameBeside(target)
            TemporaryFiles.add(beside)
            guard linked(as: beside) else { throw .system("writing", target) }
            name = beside
        }
        guard let name, rename(name, target) == 0 else { throw .system("writing", target) }
        settle()
    }

    private func linked(as path: String) -> Bool {
        if let name { return link(name, path) == 0 }
        return linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0
    }

    /// The folder's own entry reaches the disk too.
    private func settle() {
        let opened = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard opened >= 0 else { return }
        fsync(opened)
        close(opened)
    }

    private static func nameBeside(_ target: String) -> String {
        let random = String(UInt64.random(in: .min ... .max), radix: 36)
        return parent(of: target) + "/.freshet-" + random + ".part"
    }
}

/// Linux's O_TMPFILE, a macro that Swift cannot read.
private let nameless = 0o20000000 | O_DIRECTORY

private func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}
