import Glibc

/// A file system of its own with hardly any room, as long as the test that made it. Only root can have one, and not in
/// every container.
package final class TinyDisk {
    private let folder: TemporaryFolder

    /// Where it is mounted.
    package var path: String { folder.path }

    /// What lies there, hidden files included.
    package var names: [String] { folder.names }

    package init?(kilobytes: Int, isReadOnly: Bool = false) {
        folder = TemporaryFolder()
        guard geteuid() == 0, let mount = Tool.find("mount") else { return nil }
        let options = "size=\(kilobytes)k" + (isReadOnly ? ",ro" : "")
        let outcome = try? Tool.run(mount, ["-t", "tmpfs", "-o", options, "tmpfs", folder.path])
        guard outcome?.exit == 0 else { return nil }
    }

    deinit {
        // Nothing else is mounted there: it was just made.
        umount2(folder.path, Int32(MNT_DETACH))
    }
}
