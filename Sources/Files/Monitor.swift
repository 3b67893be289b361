import Glibc

/// What somebody who waits is told.
package enum Turn<Value> {
    case now(Value)
    case notYet
    case end
}

/// State that several threads change, and on whose changes they wait.
package final class Monitor<State>: @unchecked Sendable {
    // Unchecked: `state` is only touched between lock and unlock.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var state: State

    package init(_ state: sending State) {
        self.state = state
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    /// Changes the state and wakes all who wait.
    package func change<Value>(_ body: (inout State) throws -> Value) rethrows -> Value {
        pthread_mutex_lock(mutex)
        defer {
            pthread_cond_broadcast(condition)
            pthread_mutex_unlock(mutex)
        }
        return try body(&state)
    }

    /// Asks `body` now and after every change, until it is its turn (which gives a value) or there will be none (nil).
    package func wait<Value>(_ body: (inout State) throws -> Turn<Value>) rethrows -> Value? {
        pthread_mutex_lock(mutex)
        defer {
            pthread_cond_broadcast(condition)
            pthread_mutex_unlock(mutex)
        }
        while true {
            switch try body(&state) {
            case .now(let value): return value
            case .end: return nil
            case .notYet: pthread_cond_wait(condition, mutex)
            }
        }
    }
}
