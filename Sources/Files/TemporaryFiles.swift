import Glibc
import Synchronization

/// The names of drafts that stand on the disk at this moment: what an interruption has to remove.
package enum TemporaryFiles {
    // One list a process, as there is one set of signals a process.
    private static let names = Mutex<Set<String>>([])

    static func add(_ name: String) {
        names.withLock { _ = $0.insert(name) }
    }

    static func forget(_ name: String) {
        names.withLock { _ = $0.remove(name) }
    }

    static func remove(_ name: String) {
        unlink(name)
        forget(name)
    }

    package static func removeAll() {
        names.withLock { names in
            for name in names { unlink(name) }
            names = []
        }
    }
}
