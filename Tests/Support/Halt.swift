import Foundation
import Glibc

/// Holds a program still at one of its calls to the system, or lets such a call fail: see Peers/halt.c.
package final class Halt: Sendable {
    /// The calls that can be met.
    package enum Call: String, Sendable, CaseIterable {
        case open, pread, write, fsync, link, linkat, rename
    }

    private let folder = TemporaryFolder()
    private let call: Call?
    private let skipped: Int
    private let extra: [String: String]

    /// Halts at the first of these calls, after so many have passed.
    package init(at call: Call, after skipped: Int = 0, hasUnnamedFiles: Bool = true) {
        self.call = call
        self.skipped = skipped
        extra = hasUnnamedFiles ? [:] : ["NO_UNNAMED": "1"]
    }

    /// Does not halt; lets every one of these calls fail.
    package init(failing call: Call, with code: Int32, hasUnnamedFiles: Bool = true) {
        self.call = nil
        skipped = 0
        extra = ["FAIL_AT": "\(call.rawValue):\(code)"].merging(hasUnnamedFiles ? [:] : ["NO_UNNAMED": "1"]) { $1 }
    }

    /// What the program has to find in its environment.
    package var environment: [String: String] {
        get throws {
            var all = extra
            all["LD_PRELOAD"] = try Self.library.get().path("halt.so")
            if let call {
                all["HALT_AT"] = call.rawValue
                all["HALT_IN"] = folder.path
                all["HALT_SKIP"] = "\(skipped)"
            }
            return all
        }
    }

    /// Waits until the program stands at the call.
    package func waitUntilHalted(_ program: Running) throws {
        try Wait.until("the program to halt; it says: \(program.errors)") {
            access(folder.path("halted"), F_OK) == 0 || !program.isRunning
        }
        guard access(folder.path("halted"), F_OK) == 0 else {
            throw Ended(errors: program.errors)
        }
    }

    package struct Ended: Error, CustomStringConvertible {
        let errors: String
        package var description: String { "the program ended before it could be halted: \(errors)" }
    }

    /// Lets it go on.
    package func release() { folder.write("", to: "go") }

    /// Compiled once a run of the tests, by the compiler that comes with Swift.
    private static let library = Result { () throws -> TemporaryFolder in
        guard let compiler = Tool.find("clang", "cc", "gcc") else {
            throw Tool.Missing(name: "a C compiler (clang, which comes with Swift)", package: "gcc")
        }
        let folder = TemporaryFolder()
        let made = try Tool.run(
            compiler, ["-shared", "-fPIC", "-O1", "-o", folder.path("halt.so"), Peer.path("halt.c"), "-ldl"])
        guard made.exit == 0 else { throw Ended(errors: made.errors) }
        return folder
    }
}
