import Files
import HTTP

/// Time that passes only by being slept through, and what was slept.
final class ManualClock: Sendable {
    private struct State {
        var now: Duration
        var slept: [Duration] = []
    }

    private let monitor: Monitor<State>

    init(secondsSince1970: Int64 = 784_111_777) {
        monitor = Monitor(State(now: .seconds(secondsSince1970)))
    }

    var slept: [Duration] { monitor.change { $0.slept } }

    func pass(_ time: Duration) { monitor.change { $0.now += time } }

    var clock: HTTPClock {
        HTTPClock(
            secondsSince1970: { self.monitor.change { $0.now.components.seconds } },
            elapsed: { self.monitor.change { $0.now } },
            sleep: { time in
                try Task.checkCancellation()
                self.monitor.change { state in
                    state.now += time
                    state.slept.append(time)
                }
            })
    }
}
