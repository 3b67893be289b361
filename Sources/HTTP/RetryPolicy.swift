/// What is tried again, how often, and how long that may take. A value: the client carries it out.
package struct RetryPolicy: Sendable, Equatable {
    /// The first one included.
    package var attempts = 5
    /// Answers that say "later": 408 and 429, and what a server or a gateway says that is overloaded or restarts.
    package var statuses: Set<Int> = [408, 429, 500, 502, 503, 504]
    /// The longest first wait; it doubles from there.
    package var firstDelay: Duration = .milliseconds(500)
    package var longestDelay: Duration = .seconds(30)
    /// From the beginning of the first attempt to the end of the last wait, what servers ask for included.
    package var totalTime: Duration = .seconds(300)

    package init() {}

    package static var never: RetryPolicy {
        var policy = RetryPolicy()
        policy.attempts = 1
        return policy
    }

    /// How long to wait after so many attempts, or nil when that was the last.
    ///
    /// Full jitter: anything up to the bound that doubles. `asked` is the server's Retry-After, never undercut; one
    /// that the total time has no room for ends it, for an earlier attempt would be in vain.
    package func delay(after attempt: Int, asked: Duration?, elapsed: Duration, random: Double) -> Duration? {
        guard attempt < attempts else { return nil }
        let doubled = firstDelay * (1 << min(attempt - 1, 30))
        let jittered = min(doubled, longestDelay) * random
        let delay = max(jittered, asked ?? .zero)
        return elapsed + delay <= totalTime ? delay : nil
    }

    /// What a Retry-After asks for: seconds, or a date.
    package static func asked(_ field: String?, secondsSince1970 now: Int64) -> Duration? {
        guard let field else { return nil }
        if !field.isEmpty, field.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            // A number too large for this is far beyond any total time.
            return .seconds(Int64(field).map { min($0, 1 << 32) } ?? 1 << 32)
        }
        return HTTPDate.seconds(field).map { .seconds(max(0, $0 - now)) }
    }
}

/// That a request is about to be sent again.
package struct RetryNotice: Sendable, Equatable {
    /// The number of the attempt that comes.
    package let attempt: Int
    package let attempts: Int
    package let method: String
    package let address: String
    package let reason: String
    package let delay: Duration

    /// One line for a person.
    package var line: String {
        "\(method) \(address): \(reason); trying again in \(delay.seconds) (\(attempt) of \(attempts))"
    }
}
