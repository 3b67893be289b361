/// How long and how large an exchange may become.
package struct HTTPLimits: Sendable, Equatable {
    /// Until the connection stands: name, TCP, proxy and TLS together.
    package var connect: Duration = .seconds(30)

    /// In every stretch of this length at least `idleBytes` have to move. Time in which the program itself does not
    /// read, or has nothing to send yet, does not count.
    package var idle: Duration = .seconds(60)
    package var idleBytes = 1

    /// Until the last byte of the answer, redirects included; nil for large bodies, which `idle` watches over.
    package var total: Duration?

    package var headerBytes = 256 << 10

    /// The most that the answer's body may have.
    package var bodyBytes: Int64?

    package init() {}

    /// For an exchange that is known to be small.
    package static func small(total: Duration = .seconds(60), bodyBytes: Int64 = 16 << 20) -> HTTPLimits {
        var limits = HTTPLimits()
        limits.total = total
        limits.bodyBytes = bodyBytes
        return limits
    }
}
