import Glibc

/// A program that runs beside a test and ends with it, even if the test's process is killed: a shell between the two
/// reads a pipe that only the test holds open.
package final class Companion: Sendable {
    private let shell: pid_t
    private let lifeline: Int32

    package init(_ path: String, _ arguments: [String]) {
        var ends: [Int32] = [0, 0]
        precondition(pipe(&ends) == 0, "no pipe: errno \(errno)")
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        lifeline = ends[1]
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // The threads of Swift's pool block all signals, and a program begins with what its parent blocks: it could
        // not be told to end.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        let words = (["bash", "-c", Self.script, "bash", path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var started = pid_t()
        let code = posix_spawn(&started, "/bin/bash", &actions, &attributes, words, environ)
        precondition(code == 0, "\(path) does not start: error \(code)")
        shell = started
        close(ends[0])
    }

    /// Closes what it was given beyond the usual three: Foundation learns that a process has ended by a socket that
    /// every program started meanwhile holds open too, so that one that stays would hold up all others.
    private static let script = """
        for f in /proc/$$/fd/*; do f=${f##*/}; [ "$f" -gt 2 ] && [ "$f" -ne 255 ] && eval "exec $f>&-"; done
        "$@" & child=$!
        cat >/dev/null
        kill "$child"
        wait
        """

    deinit {
        close(lifeline)
        waitpid(shell, nil, 0)
    }
}
