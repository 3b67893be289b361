package import Publishing

/// One thing the program does: how it is asked for, how it explains itself, and the doing.
package struct Verb: Sendable {
    package let name: String
    /// One line, without a full stop.
    package let summary: String
    package let operands: Operands
    /// Those of this verb alone; `Flag.everywhere` comes with every one.
    package let flags: [Flag]
    /// Paragraphs of help, each one line of source; help wraps them.
    package let description: [String]
    /// Whole command lines.
    package let examples: [String]
    /// Returns the exit code: 0 done, 1 for a bad finding that is no error, such as damaged data.
    package let run: @Sendable (Arguments, World) throws -> Int32

    package init(
        name: String,
        summary: String,
        operands: Operands = .none,
        flags: [Flag] = [],
        description: [String] = [],
        examples: [String] = [],
        run: @escaping @Sendable (Arguments, World) throws -> Int32
    ) {
        self.name = name
        self.summary = summary
        self.operands = operands
        self.flags = flags
        self.description = description
        self.examples = examples
        self.run = run
    }

    var allFlags: [Flag] { flags + Flag.everywhere }
}
