import Glibc
import Synchronization

/// Blocking work on threads of its own, away from the cooperative pool, which has one thread a core.
package enum Threads {
    /// Runs `work` once for each index, side by side, and returns when all are done; throws the first error.
    /// The calling thread is one of them.
    package static func run(_ count: Int, _ work: @Sendable @escaping (Int) throws -> Void) throws {
        let failure = Mutex<(any Error)?>(nil)
        let guarded: @Sendable (Int) -> Void = { index in
            do {
                try work(index)
            } catch {
                failure.withLock { $0 = $0 ?? error }
            }
        }
        // Nobody begins before all threads stand: one that waits for another would wait for ever.
        let gate = Monitor(Turn<Void>.notYet)
        var threads: [pthread_t] = []
        do throws(FileError) {
            for index in 1..<max(count, 1) {
                threads.append(try start { if gate.wait({ $0 }) != nil { guarded(index) } })
            }
            gate.change { $0 = .now(()) }
            guarded(0)
        } catch {
            gate.change { $0 = .end }
            failure.withLock { $0 = error }
        }
        for thread in threads { pthread_join(thread, nil) }
        if let error = failure.withLock({ $0 }) { throw error }
    }

    package static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    private static func start(_ work: @Sendable @escaping () -> Void) throws(FileError) -> pthread_t {
        var thread = pthread_t()
        let box = Unmanaged.passRetained(Work(work))
        let code = pthread_create(&thread, nil, enter, box.toOpaque())
        guard code == 0 else {
            box.release()
            throw FileError("starting", "a thread", .system(code))
        }
        return thread
    }
}

private final class Work: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @Sendable @escaping () -> Void) { self.run = run }
}

/// A file-level function: a closure literal in isolated code would crash on a thread that the runtime did not make.
private func enter(_ box: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let box { Unmanaged<Work>.fromOpaque(box).takeRetainedValue().run() }
    return nil
}
