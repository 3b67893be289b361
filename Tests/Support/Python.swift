import Glibc

/// Debian's own Python, which is the one that Debian's modules are for.
package enum Python {
    package static func path() throws -> String {
        guard access("/usr/bin/python3", X_OK) == 0 else {
            throw Tool.Missing(name: "/usr/bin/python3", package: "python3")
        }
        return "/usr/bin/python3"
    }

    /// The same, with libtorrent's module.
    package static func withLibtorrent() throws -> String {
        let path = try path()
        guard hasLibtorrent else { throw Tool.Missing(name: "libtorrent for Python", package: "python3-libtorrent") }
        return path
    }

    private static let hasLibtorrent = (try? Tool.run(path(), ["-c", "import libtorrent"]).exit) == 0
}
