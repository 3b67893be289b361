import Glibc
import Publishing
import Synchronization

/// What happens at Ctrl-C: a thread of its own waits for the signals that end a program, so that tidying up may take
/// locks and touch files, which a signal handler may not.
enum Interruption {
    private static let signals = [SIGINT, SIGTERM, SIGHUP]

    /// Whoever has it ends the program; the other one waits for the end. So a run that fails because its files were
    /// just tidied away cannot replace the exit code of the interruption.
    private static let end = Mutex(())

    /// Ends the program after its work.
    static func exit(_ code: Int32) -> Never {
        end.withLock { _ in Glibc.exit(code) }
    }

    fileprivate static func exit(at signal: Int32, of watch: Watch) -> Never {
        end.withLock { _ in
            watch.console.lastWords("freshet: interrupted")
            watch.cleanUp()
            _exit(128 + signal)
        }
    }

    /// Must come before any other thread starts, for threads inherit which signals they leave to this one.
    ///
    /// The exit code is that of a shell: 128 and the signal's number, 130 for Ctrl-C.
    static func watch(console: Console, cleanUp: @escaping @Sendable () -> Void) {
        // A signal that was ignored from the start, as behind nohup, stays ignored.
        let watched = set(of: signals.filter { !isIgnored($0) })
        withUnsafePointer(to: watched) { _ = pthread_sigmask(SIG_BLOCK, $0, nil) }
        let watch = Unmanaged.passRetained(Watch(signals: watched, console: console, cleanUp: cleanUp))
        var thread = pthread_t()
        guard pthread_create(&thread, nil, waitForInterruption, watch.toOpaque()) == 0 else {
            // Without the thread, nobody would ever take the signals.
            watch.release()
            withUnsafePointer(to: watched) { _ = pthread_sigmask(SIG_UNBLOCK, $0, nil) }
            return
        }
        pthread_detach(thread)
    }

    private static func set(of signals: [Int32]) -> sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        for signal in signals { sigaddset(&set, signal) }
        return set
    }

    private static func isIgnored(_ signal: Int32) -> Bool {
        var action = sigaction()
        guard sigaction(signal, nil, &action) == 0 else { return false }
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1  // SIG_IGN
    }
}

/// What the waiting thread is given.
private final class Watch: Sendable {
    let signals: sigset_t
    let console: Console
    let cleanUp: @Sendable () -> Void

    init(signals: sigset_t, console: Console, cleanUp: @escaping @Sendable () -> Void) {
        self.signals = signals
        self.console = console
        self.cleanUp = cleanUp
    }
}

/// A function of the file, not a closure: C calls it on a thread that Swift knows nothing of.
private func waitForInterruption(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    let watch = Unmanaged<Watch>.fromOpaque(context).takeRetainedValue()
    var signals = watch.signals
    var signal: Int32 = 0
    guard sigwait(&signals, &signal) == 0 else { return nil }
    // A second Ctrl-C ends the program at once, should tidying up take too long.
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    Interruption.exit(at: signal, of: watch)
}
