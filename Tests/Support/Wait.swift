import Glibc

/// Waiting for something that another process does.
package enum Wait {
    package struct TimedOut: Error, CustomStringConvertible {
        let what: String
        let limitSeconds: Double
        package var description: String { "waited \(limitSeconds) s for \(what)" }
    }

    /// Asks again and again, and gives up at the limit.
    package static func until(
        _ what: String, limitSeconds: Double = 30, _ condition: () throws -> Bool
    ) throws {
        let start = ContinuousClock.now
        var pause: useconds_t = 500
        while try !condition() {
            guard start.duration(to: .now) < .seconds(limitSeconds) else {
                throw TimedOut(what: what, limitSeconds: limitSeconds)
            }
            usleep(pause)
            pause = min(pause * 2, 10_000)
        }
    }
}
