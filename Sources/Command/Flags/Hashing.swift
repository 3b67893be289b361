import Crypto
import Files
import Publishing

/// How the hashing is done: by which kernels, on how many threads.
struct Hashing {
    let lanes: Lanes
    let jobs: Int

    static let flag = Flag("jobs", takes: "N", help: "threads to hash with (default: one a core)")

    init(_ arguments: Arguments, in world: World) throws {
        lanes = try Self.lanes(world.environment["FRESHET_LANES"])
        guard let written = arguments.value("jobs") else {
            jobs = Threads.cores
            return
        }
        guard let jobs = Int(written), (1...Self.mostJobs).contains(jobs) else {
            throw Failure.usage("--jobs \(written): a number from 1 to \(Self.mostJobs) is needed")
        }
        self.jobs = jobs
    }

    private static let mostJobs = 256

    /// For measuring, and should a processor ever disappoint.
    private static func lanes(_ choice: String?) throws -> Lanes {
        guard let choice, !choice.isEmpty, choice != "auto" else { return .fastest }
        if choice == "off" { return .off }
        guard let width = Lanes.Width(rawValue: choice) else {
            throw Failure.usage("FRESHET_LANES=\(choice): off, auto, avx2 or avx512 is needed")
        }
        guard let lanes = Lanes.only(width) else {
            throw Failure.usage("FRESHET_LANES=\(choice): this processor has no \(choice)")
        }
        return lanes
    }
}
