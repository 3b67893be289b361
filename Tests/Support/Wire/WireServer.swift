import Files
import Foundation
import Glibc

/// A server of HTTP/1.1 over real sockets, a thread a connection, that does what a test tells it, down to the byte.
/// What a client sends against the protocol it refuses, and notes.
package final class WireServer: Sendable {
    package struct Record: Sendable {
        /// How many connections came, and how many are open.
        package var connections = 0
        package var open = 0
        package var requests: [WireRequest] = []
        package var violations: [String] = []
    }

    package typealias Handler = @Sendable (WireExchange) throws -> Void

    package let host: String
    package let port: UInt16
    let record = Monitor(Record())
    private let sockets = Monitor<Set<Int32>>([])
    private let isStopped = Monitor(false)
    private let listener: Int32
    private let handle: Handler

    /// Listens at a free port of its own.
    package init(host: String = "127.0.0.1", _ handle: @escaping Handler) {
        self.host = host
        self.handle = handle
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        inet_pton(AF_INET, host, &address.sin_addr)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let isListening = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 512) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        precondition(isListening, "no port to listen at: errno \(errno)")
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [weak self] in
            // Closed here and nowhere else: elsewhere its number could be another server's by the next `accept`.
            defer { close(listener) }
            while true {
                let socket = accept(listener, nil, nil)
                if socket < 0 { return }
                guard let self else {
                    _ = close(socket)
                    return
                }
                self.serve(socket)
            }
        }
    }

    deinit { stop() }

    package func url(_ path: String = "/") -> String { "http://\(host):\(port)\(path)" }

    /// Stops listening and ends all connections.
    package func stop() {
        let isFirst = isStopped.change { isStopped in
            defer { isStopped = true }
            return !isStopped
        }
        guard isFirst else { return }
        shutdown(listener, Int32(SHUT_RDWR))
        sockets.change { for socket in $0 { shutdown(socket, Int32(SHUT_RDWR)) } }
    }

    package var seen: Record { record.change { $0 } }

    /// Waits until the record is as wanted, on a thread that may wait.
    package func until(_ isSo: @escaping @Sendable (Record) -> Bool) async {
        await offPool { self.record.wait { isSo($0) ? .now(()) : .notYet } }
    }

    private func serve(_ socket: Int32) {
        sockets.change { _ = $0.insert(socket) }
        record.change {
            $0.connections += 1
            $0.open += 1
        }
        let (handle, record, sockets) = (handle, record, sockets)
        Thread.detachNewThread {
            let connection = WireConnection(socket)
            do {
                while !connection.isClosed, let request = try connection.readHead() {
                    record.change { $0.requests.append(request) }
                    let exchange = WireExchange(request, connection)
                    try handle(exchange)
                    if !connection.isClosed { _ = try exchange.body() }
                }
            } catch let violation as WireConnection.Violation {
                record.change { $0.violations.append(violation.text) }
            } catch {}
            sockets.change {
                $0.remove(socket)
                connection.release()
            }
            record.change { $0.open -= 1 }
        }
    }
}

/// Runs what blocks on a thread of its own: the cooperative pool has one a core.
package func offPool<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
        Thread.detachNewThread { continuation.resume(returning: work()) }
    }
}
