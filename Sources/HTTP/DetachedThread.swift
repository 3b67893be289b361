internal import Glibc

/// A thread that nobody waits for.
enum DetachedThread {
    /// False when the system has none left.
    static func start(_ work: @escaping @Sendable () -> Void) -> Bool {
        var thread = pthread_t()
        let box = Unmanaged.passRetained(Work(work))
        guard pthread_create(&thread, nil, enter, box.toOpaque()) == 0 else {
            box.release()
            return false
        }
        pthread_detach(thread)
        return true
    }
}

struct ThreadRefused: Error, CustomStringConvertible {
    var description: String { "the system starts no more threads" }
}

private final class Work: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// A file-level function: a closure literal in isolated code would crash on a thread that the runtime did not make.
private func enter(_ box: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    // Signals are for the thread that waits for them. SIGPIPE too, which OpenSSL's writes to a closed socket raise.
    var all = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, nil)
    if let box { Unmanaged<Work>.fromOpaque(box).takeRetainedValue().run() }
    return nil
}
