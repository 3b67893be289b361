import Glibc

/// One connection to a test's server. Belongs to its thread.
package final class WireConnection {
    struct Violation: Error {
        let text: String
    }

    /// The client went away.
    package struct Gone: Error {}

    private let socket: Int32
    private var buffer: [UInt8] = []
    package private(set) var isClosed = false

    init(_ socket: Int32) { self.socket = socket }

    /// Nil when the client has nothing more to ask.
    func readHead() throws -> WireRequest? {
        while true {
            if let end = buffer.firstRange(of: Array("\r\n\r\n".utf8)) {
                let head = String(decoding: buffer[..<end.lowerBound], as: UTF8.self)
                buffer.removeFirst(end.upperBound)
                guard let request = WireRequest(head) else { throw Violation(text: "not a request: \(head)") }
                return request
            }
            guard try fill() else {
                guard buffer.isEmpty else { throw Gone() }
                return nil
            }
        }
    }

    func readLine() throws -> String {
        while true {
            if let end = buffer.firstRange(of: Array("\r\n".utf8)) {
                let line = String(decoding: buffer[..<end.lowerBound], as: UTF8.self)
                buffer.removeFirst(end.upperBound)
                return line
            }
            guard try fill() else { throw Gone() }
        }
    }

    /// Something, at most so much.
    func readSome(_ most: Int) throws -> [UInt8] {
        if buffer.isEmpty, !(try fill()) { throw Gone() }
        let some = Array(buffer.prefix(most))
        buffer.removeFirst(some.count)
        return some
    }

    /// Whether more came; false at the end.
    private func fill() throws -> Bool {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(socket, &bytes, bytes.count, 0)
        guard count >= 0 else { throw Gone() }
        buffer += bytes[..<count]
        return count > 0
    }

    package func write(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                send(socket, $0.baseAddress! + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Gone() }
            sent += count
        }
    }

    package func write(_ text: String) throws { try write(Array(text.utf8)) }

    /// Returns when the client has closed; what it sends until then is thrown away.
    package func waitForEnd() {
        buffer = []
        while (try? fill()) == true { buffer = [] }
    }

    /// Ends both directions. The descriptor stays until its thread lets go of it: its number must not become another's.
    package func close() {
        isClosed = true
        shutdown(socket, Int32(SHUT_RDWR))
    }

    /// Ends so that the other side is told of an error.
    package func reset() {
        isClosed = true
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
    }

    func release() { Glibc.close(socket) }
}
