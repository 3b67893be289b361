/// Everything outside the program that a run may touch, as one explicit value.
///
/// Nothing else reads a clock, an environment variable or a stream, so a test holds all of it still.
package struct World: Sendable {
    package var environment: [String: String]

    /// The working directory: what relative paths on the command line are relative to.
    package var folder: String

    package var now: @Sendable () -> Moment

    /// Reads standard input to its end, or one byte past `limit`, so that "too long" can be told from "just fits".
    package var input: @Sendable (_ limit: Int) throws -> [UInt8]

    package var console: Console

    package init(
        environment: [String: String],
        folder: String,
        now: @escaping @Sendable () -> Moment,
        input: @escaping @Sendable (_ limit: Int) throws -> [UInt8],
        console: Console
    ) {
        self.environment = environment
        self.folder = folder
        self.now = now
        self.input = input
        self.console = console
    }

    /// Where a path as a person wrote it leads: relative ones start at the working directory.
    package func path(_ written: String) -> String {
        if written.utf8.first == UInt8(ascii: "/") || folder.isEmpty { return written }
        return folder.utf8.last == UInt8(ascii: "/") ? folder + written : folder + "/" + written
    }
}
