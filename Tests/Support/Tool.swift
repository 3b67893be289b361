import Foundation
import Glibc

/// Other programs, run as processes of their own.
package enum Tool {
    /// How a program ended and what it wrote.
    package struct Outcome: Sendable {
        /// The exit code, or 128 and the signal.
        package let exit: Int32
        package let output: [UInt8]
        package let errors: String
        package var text: String { String(decoding: output, as: UTF8.self) }
        /// What stands on standard error, line by line.
        package var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
    }

    /// A program that a test cannot do without is not there.
    package struct Missing: Error, CustomStringConvertible {
        let name: String
        let package: String
        package var description: String {
            "\(name) is not installed. It is in Debian's package \(self.package); `make test` installs it."
        }
    }

    /// The first of these that is installed, or nil.
    package static func find(_ names: String...) -> String? {
        let folders =
            (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":") + ["/usr/bin", "/usr/sbin"]
        return names.lazy.flatMap { name in folders.map { "\($0)/\(name)" } }.first { access($0, X_OK) == 0 }
    }

    /// The same for a test that fails without it: a test that passes by looking away proves nothing.
    package static func required(_ name: String, package: String) throws -> String {
        guard let path = find(name) else { throw Missing(name: name, package: package) }
        return path
    }

    /// The `freshet` under test: `FRESHET_BINARY`, or the one that was built with the tests and lies beside their
    /// bundle.
    package static var freshet: String {
        get throws {
            let chosen = ProcessInfo.processInfo.environment["FRESHET_BINARY"]
            // The runner is the bundle: .build/…/debug/freshetPackageTests.xctest
            let path = chosen ?? besideRunner("freshet")
            guard access(path, X_OK) == 0 else { throw NoBinary(path: path) }
            return URL(fileURLWithPath: path).path
        }
    }

    package struct NoBinary: Error, CustomStringConvertible {
        let path: String
        package var description: String {
            "there is no program at \(path): `swift build` makes it, or FRESHET_BINARY names another"
        }
    }

    private static func besideRunner(_ name: String) -> String {
        guard let runner = realpath("/proc/self/exe", nil) else { return name }
        defer { free(runner) }
        let url = URL(fileURLWithPath: String(cString: runner))
        return url.deletingLastPathComponent().appendingPathComponent(name).path
    }

    /// Runs a program to its end.
    package static func run(
        _ path: String, _ arguments: [String], in folder: String = "/", environment: [String: String] = [:],
        input: [UInt8] = [], limitSeconds: Double = 60
    ) throws -> Outcome {
        try Running(path, arguments, in: folder, environment: environment, input: input)
            .outcome(limitSeconds: limitSeconds)
    }

    /// What a program finds in its environment: ours, less what would change its results, and a language that has
    /// UTF-8.
    package static var environment: [String: String] {
        var environment = ProcessInfo.processInfo.environment
        environment = environment.filter { !$0.key.hasPrefix("FRESHET_") && $0.key != "SOURCE_DATE_EPOCH" }
        return environment.merging(["LC_ALL": "C.UTF-8"]) { $1 }
    }
}
