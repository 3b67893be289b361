import Glibc

/// What the operating system refused, on which file, while doing what.
package struct FileError: Error, Equatable {
    package enum Kind: Equatable, Sendable {
        /// The system's own number.
        case system(Int32)
        case changed(String)
        case notAFile
        case tooLarge(limit: Int)
        case nameNotUTF8
        case loop
    }

    package let doing: String
    package let path: String
    package let kind: Kind

    package init(_ doing: String, _ path: String, _ kind: Kind) {
        self.doing = doing
        self.path = path
        self.kind = kind
    }

    /// To be called at once after the call that failed.
    static func system(_ doing: String, _ path: String) -> FileError {
        FileError(doing, path, .system(errno))
    }

    package var isMissing: Bool { kind == .system(ENOENT) || kind == .system(ENOTDIR) }
    /// What linking answers where a file system has no links, or where there is no /proc to link by.
    var saysNoLinks: Bool {
        let codes = [EPERM, EOPNOTSUPP, ENOSYS, EINVAL, EXDEV, EMLINK, ENOENT]
        return codes.contains { kind == .system($0) }
    }

    package var isTooMany: Bool { kind == .system(EMFILE) || kind == .system(ENFILE) }
    package var isExisting: Bool { kind == .system(EEXIST) }

    package var problem: String {
        switch kind {
        // Swift repairs what is not UTF-8, and then there is no such file.
        case .system(ENOENT) where path.unicodeScalars.contains("\u{FFFD}"): "its name is not UTF-8"
        case .system(let code): Self.text(code)
        case .changed(let how): how
        case .notAFile: "neither a file nor a folder"
        case .tooLarge(let limit): "larger than \(limit) bytes"
        case .nameNotUTF8: "its name is not UTF-8"
        case .loop: "a link that leads back to a folder around it"
        }
    }

    package var advice: String? {
        switch kind {
        case .system(ENOENT): doing == "writing" ? "make the folder first: mkdir -p" : "check the path"
        case .system(EACCES), .system(EPERM): "check who may read or write it: ls -l"
        case .system(ENOSPC), .system(EDQUOT): "free some space and run it again; nothing half-written was left"
        case .system(EROFS): "choose a folder that can be written with --output"
        case .system(EMFILE), .system(ENFILE): "raise the limit of open files: ulimit -n"
        case .changed: "run it again when nothing writes to it"
        case .system(ENAMETOOLONG): "a shorter name"
        case .nameNotUTF8: "rename it: torrents carry names as UTF-8"
        default: nil
        }
    }

    /// Glibc's own wording, less its capital letter. (`strerror` keeps its buffer by thread since glibc 2.32.)
    private static func text(_ code: Int32) -> String {
        let text = strerror(code).map { String(cString: $0) } ?? "error \(code)"
        return text.prefix(1).lowercased() + text.dropFirst()
    }
}
