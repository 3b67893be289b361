import Foundation
import Glibc

/// A program that was started and has not been waited for. Whoever lets go of it ends it.
package final class Running {
    package struct TooSlow: Error, CustomStringConvertible {
        let program: String
        let limitSeconds: Double
        let errors: String
        package var description: String {
            "\(program) did not end within \(limitSeconds) s; on standard error: \(errors.suffix(2000))"
        }
    }

    private let pid: pid_t
    private let program: String
    private let files = TemporaryFolder()
    private var isOver = false

    /// `environment` is added to `Tool.environment`; without `inherits`, it is all there is.
    package init(
        _ path: String, _ arguments: [String], in folder: String = "/", environment: [String: String] = [:],
        inherits: Bool = true, input: [UInt8] = []
    ) throws {
        program = ([path] + arguments).joined(separator: " ")
        files.write(input, to: "in")
        let all = inherits ? Tool.environment.merging(environment) { $1 } : environment
        pid = try Self.spawn(path, arguments, all, folder, files)
    }

    deinit {
        guard !isOver else { return }
        kill(pid, SIGKILL)
        waitpid(pid, nil, 0)
    }

    /// What it has written so far.
    package var output: String { files.text("out") ?? "" }
    package var errors: String { files.text("err") ?? "" }

    package func signal(_ signal: Int32) { kill(pid, signal) }

    /// Whether it is still at work.
    package var isRunning: Bool {
        var status = siginfo_t()
        return waitid(P_PID, id_t(pid), &status, WEXITED | WNOHANG | WNOWAIT) == 0
            && status._sifields._sigchld.si_pid == 0
    }

    /// Waits for its end.
    package func outcome(limitSeconds: Double = 60) throws -> Tool.Outcome {
        var status: Int32 = 0
        do {
            try Wait.until("the end", limitSeconds: limitSeconds) { waitpid(pid, &status, WNOHANG) == pid }
        } catch is Wait.TimedOut {
            throw TooSlow(program: program, limitSeconds: limitSeconds, errors: errors)
        }
        isOver = true
        let signal = status & 0x7f
        return Tool.Outcome(
            exit: signal == 0 ? (status >> 8) & 0xff : 128 + signal, output: files.read("out") ?? [], errors: errors)
    }

    private struct NotStarted: Error, CustomStringConvertible {
        let program: String
        let code: Int32
        var description: String { "\(program) could not be started: \(String(cString: strerror(code)))" }
    }

    /// Files stand in for its streams, not pipes: nothing has to be emptied while it runs.
    private static func spawn(
        _ path: String, _ arguments: [String], _ environment: [String: String], _ folder: String,
        _ files: TemporaryFolder
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, files.path("in"), O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, files.path("out"), O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, files.path("err"), O_WRONLY | O_CREAT | O_APPEND, 0o600)
        changeFolder(&actions, folder)
        // Tests that run behind `nohup` or in a shell's background would hand down ignored signals.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGQUIT] { sigaddset(&signals, signal) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        var words = ([path] + arguments).map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in words + variables { free(text) } }
        var pid = pid_t()
        let code = posix_spawn(&pid, path, &actions, &attributes, &words, &variables)
        guard code == 0 else { throw NotStarted(program: path, code: code) }
        return pid
    }
}

/// Glibc has it; Swift's view of glibc does not.
private func changeFolder(_ actions: inout posix_spawn_file_actions_t, _ folder: String) {
    typealias Call = @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, UnsafePointer<CChar>) -> Int32
    guard let symbol = dlsym(nil, "posix_spawn_file_actions_addchdir_np") else {
        preconditionFailure("glibc 2.29 or newer is needed")
    }
    _ = unsafeBitCast(symbol, to: Call.self)(&actions, folder)
}
