import Files
import Glibc

/// What server threads wait at until a test lets them pass.
final class Gate: Sendable {
    private let monitor = Monitor(false)
    func open() { monitor.change { $0 = true } }
    func wait() { _ = monitor.wait { $0 ? Turn.now(()) : .notYet } }
}

/// For threads that play a slow machine.
func pause(milliseconds: UInt32) { usleep(milliseconds * 1000) }
