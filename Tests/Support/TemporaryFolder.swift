import Foundation
import Glibc

/// A folder that is there as long as the test that made it.
package final class TemporaryFolder: Sendable {
    package let path: String

    package init() {
        var template = Array("/tmp/freshet-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { preconditionFailure("no temporary folder: errno \(errno)") }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit {
        // Tests take permissions away; the folder goes all the same.
        chmod(path, 0o700)
        for name in FileManager.default.subpaths(atPath: path) ?? [] where isFolder(name) {
            chmod(self.path(name), 0o700)
        }
        try? FileManager.default.removeItem(atPath: path)
    }

    private func isFolder(_ name: String) -> Bool {
        var status = stat()
        return lstat(path(name), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    package func path(_ name: String) -> String { path + "/" + name }

    /// Writes a file, with the folders above it; returns its path.
    @discardableResult
    package func write(_ bytes: some Sequence<UInt8>, to name: String) -> String {
        let full = path(name)
        var folder = path
        for component in name.split(separator: "/").dropLast() {
            folder += "/" + component
            mkdir(folder, 0o755)
        }
        let content = Array(bytes)
        let file = open(full, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        precondition(file >= 0, "cannot write \(full): errno \(errno)")
        var written = 0
        while written < content.count {
            let count = content.withUnsafeBytes {
                Glibc.write(file, $0.baseAddress! + written, content.count - written)
            }
            precondition(count > 0, "cannot write \(full): errno \(errno)")
            written += count
        }
        close(file)
        return full
    }

    @discardableResult
    package func write(_ text: String, to name: String) -> String { write(text.utf8, to: name) }

    /// Nil when there is no such file.
    package func read(_ name: String) -> [UInt8]? {
        let file = open(path(name), O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var content: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = Glibc.read(file, &buffer, buffer.count), count > 0 { content += buffer[..<count] }
        return content
    }

    package func text(_ name: String) -> String? { read(name).map { String(decoding: $0, as: UTF8.self) } }

    /// What lies directly in the folder, hidden files included, sorted.
    package var names: [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
        }
        return names.filter { $0 != "." && $0 != ".." }.sorted()
    }
}
