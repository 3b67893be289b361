import Testing

/// A rule of this house about one source file. It brings samples that break it and samples that keep it, so that a
/// rule that can never fail is itself a failure.
struct Rule: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bad: [Source]
    let good: [Source]
    /// What is wrong, each with the line it is in; the file's path is put before it.
    let violations: @Sendable (Source) -> [String]

    init(
        _ description: String,
        bad: [Source],
        good: [Source],
        violations: @escaping @Sendable (Source) -> [String]
    ) {
        self.testDescription = description
        self.bad = bad
        self.good = good
        self.violations = violations
    }

    static let all = [
        fileLength, functionLength, lineLength, unfinished, crashes, printing, names, importTable, importForm,
    ]
}
