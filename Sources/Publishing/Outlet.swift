/// One of the two streams a program writes to, and what is known about its other end.
package struct Outlet: Sendable {
    package let isTerminal: Bool
    package let allowsColour: Bool

    /// Asked anew each time, for a window may be resized while a job runs.
    package let width: @Sendable () -> Int

    /// Writes all of the bytes, or throws.
    package let write: @Sendable ([UInt8]) throws(OutputError) -> Void

    package init(
        isTerminal: Bool = false,
        allowsColour: Bool = false,
        width: @escaping @Sendable () -> Int = { 80 },
        write: @escaping @Sendable ([UInt8]) throws(OutputError) -> Void
    ) {
        self.isTerminal = isTerminal
        self.allowsColour = allowsColour
        self.width = width
        self.write = write
    }
}
