import Publishing
import Synchronization

/// A clock that stands still until it is told otherwise.
final class FrameClock: Sendable {
    private let milliseconds = Mutex<Int64>(1_795_232_218_000)

    var now: Moment { milliseconds.withLock { Moment(milliseconds: $0) } }

    func pass(milliseconds passed: Int64) {
        milliseconds.withLock { $0 += passed }
    }
}
