import Command
import Testing

/// One error as a person meets it: what was asked for, and every line of the answer.
struct ErrorRow: Sendable, CustomTestStringConvertible {
    var program = Program.freshet
    let arguments: [String]
    var files: [String: String] = [:]
    var input = ""
    var environment: [String: String] = [:]
    /// The lines on standard error.
    let says: [String]
    var exit: Int32 = 1

    var testDescription: String {
        ([program.name] + arguments).joined(separator: " ")
    }
}
