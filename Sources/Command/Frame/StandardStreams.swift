import Glibc
import Publishing

/// The three streams that a process is born with.
enum StandardStreams {
    /// Takes the places of streams that are closed, or the first file opened would get the number of standard output
    /// and be written to. The stand-in cannot be written, so output into nothing stays an error.
    static func hold() {
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) == -1 {
            _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
        // A reader that went away is an error of that write, not the end of the process.
        signal(SIGPIPE, SIG_IGN)
    }

    static func outlet(_ descriptor: Int32, environment: [String: String]) -> Outlet {
        // A dumb terminal shows lines, but can neither redraw nor colour them.
        let isTerminal = isatty(descriptor) == 1 && environment["TERM"] != "dumb"
        return Outlet(
            isTerminal: isTerminal,
            allowsColour: isTerminal && environment["NO_COLOR", default: ""].isEmpty,
            width: { width(of: descriptor) },
            write: { (bytes: [UInt8]) throws(OutputError) in try write(bytes, to: descriptor) }
        )
    }

    @Sendable static func readInput(limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count <= limit {
            let room = min(64 * 1024, limit + 1 - bytes.count)
            let chunk = try [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                count = try readOnce(into: UnsafeMutableRawBufferPointer(buffer))
            }
            if chunk.isEmpty { break }
            bytes += chunk
        }
        return bytes
    }

    private static func readOnce(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let count = read(STDIN_FILENO, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            if errno == EAGAIN { waitUntilReady(STDIN_FILENO, for: POLLIN) }
            if errno != EINTR && errno != EAGAIN { throw Failure("reading standard input", lastReason()) }
        }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(OutputError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + written, $0.count - written) }
            if count >= 0 {
                written += count
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN: waitUntilReady(descriptor, for: POLLOUT)
            case EPIPE: throw .closed
            default: throw .failed(reason: lastReason())
            }
        }
    }

    /// A stream may have been made non-blocking by another process that shares it.
    private static func waitUntilReady(_ descriptor: Int32, for event: Int32) {
        var request = pollfd(fd: descriptor, events: Int16(event), revents: 0)
        poll(&request, 1, -1)
    }

    private static func width(of descriptor: Int32) -> Int {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    private static func lastReason() -> String {
        String(cString: strerror(errno))
    }
}
