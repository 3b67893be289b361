import Command
import Foundation
import Publishing

/// A folder and a world of its own in which the program is run, with everything it writes at hand.
final class FrameStage {
    struct Outcome: Equatable {
        let exit: Int32
        let out: String
        let err: String
    }

    let folder: String
    let clock = FrameClock()
    private let input: [UInt8]
    private let environment: [String: String]

    /// Names may lead into folders below.
    init(files: [String: [UInt8]] = [:], input: [UInt8] = [], environment: [String: String] = [:]) throws {
        folder = FileManager.default.temporaryDirectory.path + "/freshet-" + UUID().uuidString
        self.input = input
        self.environment = environment
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (name, bytes) in files {
            let file = URL(fileURLWithPath: folder + "/" + name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(bytes).write(to: file)
        }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Runs the program; the folder's own path reads `{folder}` in what comes back.
    @discardableResult
    func run(_ arguments: [String], of program: Program = .freshet) -> Outcome {
        let out = FrameRecorder()
        let err = FrameRecorder()
        let exit = program.run(arguments, in: world(output: out.outlet(), errors: err.outlet()))
        return Outcome(
            exit: exit,
            out: out.text.replacing(folder, with: "{folder}"),
            err: err.text.replacing(folder, with: "{folder}")
        )
    }

    func world(output: Outlet, errors: Outlet) -> World {
        let input = input
        let clock = clock
        return World(
            environment: environment,
            folder: folder,
            now: { clock.now },
            input: { limit in Array(input.prefix(limit + 1)) },
            console: Console(output: output, errors: errors)
        )
    }
}
