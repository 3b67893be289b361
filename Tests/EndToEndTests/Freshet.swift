import Support

/// The program under test, as people run it.
enum Freshet {
    @discardableResult
    static func run(
        _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:], input: [UInt8] = []
    ) throws -> Tool.Outcome {
        try Tool.run(Tool.freshet, arguments, in: folder.path, environment: environment, input: input)
    }

    /// Runs what has to succeed.
    @discardableResult
    static func done(
        _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:]
    ) throws -> Tool.Outcome {
        let outcome = try run(arguments, in: folder, environment: environment)
        guard outcome.exit == 0 else { throw Failed(arguments: arguments, outcome: outcome) }
        return outcome
    }

    private struct Failed: Error, CustomStringConvertible {
        let arguments: [String]
        let outcome: Tool.Outcome
        var description: String { "freshet \(arguments): \(outcome.exit): \(outcome.errors)" }
    }
}
