import Glibc

/// The bytes of a file to be, on the disk but not under its name yet.
///
/// Where the file system can, the draft has no name at all, so that not even `kill -9` leaves it behind;
/// elsewhere it stands beside its target and is removed on failure and interruption.
struct Draft: ~Copyable {
    private let target: String
    private let descriptor: Int32
    private var name: String?

    init(for target: String, _ bytes: [UInt8], isNamed: Bool = false) throws(FileError) {
        self.target = target
        let unnamed = isNamed ? -1 : open(parent(of: target), nameless | O_WRONLY | O_CLOEXEC, 0o666)
        if unnamed >= 0 {
            descriptor = unnamed
        } else {
            let beside = nameBeside(target)
            TemporaryFiles.add(beside)
            descriptor = open(beside, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o666)
            guard descriptor >= 0 else {
                let error = FileError.system("writing", target)
                TemporaryFiles.forget(beside)
                throw error
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
        switch existing {
        case .refused: try putWhereNothingIs()
        case .replaced: try putInPlace()
        }
        settle(parent(of: target))
    }

    /// Links refuse an existing name in the same step; where there are no links, renaming can be told to.
    private func putWhereNothingIs() throws(FileError) {
        guard let name else {
            guard linked(as: target) else { throw .system("writing", target) }
            return
        }
        if link(name, target) == 0 { return }
        guard errno != EEXIST else { throw .system("writing", target) }
        guard renamed(name, to: target) else { throw .system("writing", target) }
    }

    private mutating func putInPlace() throws(FileError) {
        var status = stat()
        if stat(target, &status) == 0 { fchmod(descriptor, status.st_mode & 0o7777) }
        if name == nil {
            if linked(as: target) { return }
            guard errno == EEXIST else { throw .system("writing", target) }
            let beside = nameBeside(target)
            TemporaryFiles.add(beside)
            guard linked(as: beside) else { throw .system("writing", target) }
            name = beside
        }
        guard let name, rename(name, target) == 0 else { throw .system("writing", target) }
    }

    private func linked(as path: String) -> Bool {
        linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0
    }
}

/// Linux's O_TMPFILE, a macro that Swift cannot read.
private let nameless = 0o20000000 | O_DIRECTORY

/// Renames unless the new name is taken.
private func renamed(_ name: String, to target: String) -> Bool {
    // Glibc has it; Swift's view of glibc does not.
    typealias Call = @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
    let refusesExisting: UInt32 = 1
    if let symbol = dlsym(nil, "renameat2") {
        let renameat2 = unsafeBitCast(symbol, to: Call.self)
        if renameat2(AT_FDCWD, name, AT_FDCWD, target, refusesExisting) == 0 { return true }
        guard errno == EINVAL || errno == ENOSYS else { return false }
    }
    // Some network file systems know neither way: a look, and then the step.
    guard access(target, F_OK) != 0 else {
        errno = EEXIST
        return false
    }
    return rename(name, target) == 0
}

/// The folder's own entry reaches the disk too.
private func settle(_ folder: String) {
    let opened = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { return }
    fsync(opened)
    close(opened)
}

private func nameBeside(_ target: String) -> String {
    let random = String(UInt64.random(in: .min ... .max), radix: 36)
    return parent(of: target) + "/.freshet-" + random + ".part"
}

private func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}
