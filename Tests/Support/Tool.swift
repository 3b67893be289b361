import Foundation
import Glibc

/// A program run as a process of its own: what it wrote and how it ended.
package struct Tool {
    package struct Outcome: Sendable {
        /// The exit code, or 128 and the signal.
        package let exit: Int32
        package let output: [UInt8]
        package let errors: String
        package var text: String { String(decoding: output, as: UTF8.self) }
    }

    /// The first of these that is installed, or nil.
    package static func find(_ names: String...) -> String? {
        let folders =
            (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":") + ["/usr/bin", "/usr/sbin"]
        return names.lazy.flatMap { name in folders.map { "\($0)/\(name)" } }.first { access($0, X_OK) == 0 }
    }

    /// The `freshet` that was built with the tests, which lies beside their bundle.
    package static var freshet: String {
        // The test runner's own path is the bundle's: .build/…/debug/freshetPackageTests.xctest
        let build =
            Bundle.allBundles.map(\.bundlePath).first { $0.hasSuffix(".xctest") }
            ?? CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: build).deletingLastPathComponent().appendingPathComponent("freshet").path
    }

    package static func run(
        _ path: String, _ arguments: [String], in folder: String = "/", environment: [String: String] = [:],
        input: [UInt8] = []
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let files = TemporaryFolder()
        files.write(input, to: "in")
        files.write("", to: "out")
        files.write("", to: "err")
        // Files, not pipes: nothing has to be emptied while the process runs.
        process.standardInput = FileHandle(forReadingAtPath: files.path("in"))
        process.standardOutput = FileHandle(forWritingAtPath: files.path("out"))
        process.standardError = FileHandle(forWritingAtPath: files.path("err"))
        try process.run()
        process.waitUntilExit()
        let signalled = process.terminationReason == .uncaughtSignal
        return Outcome(
            exit: signalled ? 128 + process.terminationStatus : process.terminationStatus,
            output: files.read("out") ?? [], errors: files.text("err") ?? "")
    }
}
