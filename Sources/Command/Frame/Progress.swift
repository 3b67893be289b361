package import Publishing
import Synchronization

/// How far a job is, shown while it runs: a line that is redrawn on a terminal, a line at every tenth elsewhere.
package final class Progress: Sendable {
    private struct State {
        var done = 0
        var tenthsShown = 0
        var drawnAt: Moment
        var isFinished = false
    }

    private let step: String
    private let total: Int
    private let world: World
    private let isQuiet: Bool
    private let start: Moment
    private let state: Mutex<State>

    /// Often enough to look alive, seldom enough to cost nothing.
    private static let redrawInterval = Duration.milliseconds(100)

    /// `step` says what is being done, as a failure would: "making x.iso". The total is that of the whole job.
    package init(_ step: String, total: Int, quiet: Bool, in world: World) {
        self.step = step.printable
        self.total = total
        self.world = world
        isQuiet = quiet || total <= 0
        start = world.now()
        // The first drawing comes after one interval: a job that ends sooner needs no bar.
        state = Mutex(State(drawnAt: start))
    }

    /// May be called from any thread.
    package func advance(by bytes: Int) {
        if isQuiet { return }
        let now = world.now()
        state.withLock { state in
            guard !state.isFinished else { return }
            // A file that grows while it is read is somebody else's error.
            state.done = min(total, state.done + bytes)
            let report = ProgressReport(step: step, done: state.done, total: total, elapsed: now.since(start))
            if world.console.errors.isTerminal {
                redraw(report, at: now, &state)
            } else {
                passTenths(report, &state)
            }
        }
    }

    /// Takes the line away; what was made is told by whoever made it.
    package func finish() {
        if isQuiet { return }
        state.withLock { state in
            state.isFinished = true
            if world.console.errors.isTerminal { world.console.status(nil) }
        }
    }

    private func redraw(_ report: ProgressReport, at now: Moment, _ state: inout State) {
        let sinceDrawn = now.since(state.drawnAt)
        // A clock that was set back must not silence the bar.
        guard sinceDrawn >= Self.redrawInterval || sinceDrawn < .zero else { return }
        state.drawnAt = now
        world.console.status(report.bar(width: world.console.errors.width() - 1))
    }

    private func passTenths(_ report: ProgressReport, _ state: inout State) {
        let tenths = report.percent / 10
        guard tenths > state.tenthsShown else { return }
        state.tenthsShown = tenths
        world.console.err(report.line(percent: tenths * 10))
    }
}
