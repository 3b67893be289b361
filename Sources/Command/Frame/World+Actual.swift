import Glibc
import Publishing

extension World {
    /// The world of this process.
    static var actual: World {
        let environment = processEnvironment()
        return World(
            environment: environment,
            // Relative paths stay as they were written: a folder's own name may not even be UTF-8.
            folder: "",
            now: currentMoment,
            input: StandardStreams.readInput,
            console: Console(
                output: StandardStreams.outlet(STDOUT_FILENO, environment: environment),
                errors: StandardStreams.outlet(STDERR_FILENO, environment: environment)
            )
        )
    }

    private static func processEnvironment() -> [String: String] {
        var variables: [String: String] = [:]
        var entry = environ
        while let variable = entry.pointee {
            let text = String(cString: variable)
            if let sign = text.utf8.firstIndex(of: UInt8(ascii: "=")) {
                variables[String(text[..<sign])] = String(text[text.utf8.index(after: sign)...])
            }
            entry += 1
        }
        return variables
    }

    @Sendable private static func currentMoment() -> Moment {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Moment(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}
