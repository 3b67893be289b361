internal import Synchronization

/// A value, or an error in its place, that somebody will have later. The first one counts.
final class Promise<Value: Sendable>: Sendable {
    private struct State {
        var result: Result<Value, HTTPError>?
        var waiting: [CheckedContinuation<Result<Value, HTTPError>, Never>] = []
    }

    private let state = Mutex(State())

    func settle(_ result: Result<Value, HTTPError>) {
        let waiting = state.withLock { state in
            guard state.result == nil else { return [CheckedContinuation<Result<Value, HTTPError>, Never>]() }
            state.result = result
            defer { state.waiting = [] }
            return state.waiting
        }
        for task in waiting { task.resume(returning: result) }
    }

    var value: Result<Value, HTTPError> {
        get async {
            await withCheckedContinuation { continuation in
                let result = state.withLock { state in
                    if state.result == nil { state.waiting.append(continuation) }
                    return state.result
                }
                if let result { continuation.resume(returning: result) }
            }
        }
    }
}
