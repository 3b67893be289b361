internal import Glibc

/// The time as retries need it, so that a test holds it still.
package struct HTTPClock: Sendable {
    /// Seconds since 1970, for dates in answers.
    package var secondsSince1970: @Sendable () -> Int64
    /// Grows evenly, from any beginning.
    package var elapsed: @Sendable () -> Duration
    package var sleep: @Sendable (Duration) async throws -> Void

    package init(
        secondsSince1970: @escaping @Sendable () -> Int64, elapsed: @escaping @Sendable () -> Duration,
        sleep: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.secondsSince1970 = secondsSince1970
        self.elapsed = elapsed
        self.sleep = sleep
    }

    package static let actual = HTTPClock(
        secondsSince1970: { Int64(time(nil)) },
        elapsed: { MonotonicTime.now },
        sleep: { try await Task.sleep(for: $0) }
    )
}

/// The time since the machine started.
enum MonotonicTime {
    static var now: Duration {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
