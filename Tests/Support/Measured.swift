import Foundation

/// A run with what it took.
package struct Measured: Sendable {
    package let outcome: Tool.Outcome
    /// The most memory it held at a time.
    package let peakKB: Int
    package let seconds: Double

    private struct Report: Decodable {
        let peakKB: Int
        let seconds: Double
    }

    package static func run(
        _ path: String, _ arguments: [String], in folder: String = "/", input: [UInt8] = []
    ) throws -> Measured {
        let files = TemporaryFolder()
        let report = files.path("report.json")
        let outcome = try Tool.run(
            Python.path(), [Peer.path("measure.py"), report, path] + arguments, in: folder, input: input)
        let told = try JSONDecoder().decode(Report.self, from: Data(files.read("report.json") ?? []))
        return Measured(outcome: outcome, peakKB: told.peakKB, seconds: told.seconds)
    }
}
