import Glibc

/// A port of this machine that nobody listens at, and nobody else gets as long as it is held.
package final class ClosedPort: Sendable {
    package let port: UInt16
    private let socket: Int32

    package init() {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        port = Self.bind(socket, to: 0) ?? 0
        precondition(port != 0, "no port: errno \(errno)")
    }

    deinit { close(socket) }

    package var url: String { "http://127.0.0.1:\(port)/" }

    /// A port for a program that binds it itself: free, and outside of what the system gives out on its own.
    package static func reservable() -> UInt16 {
        while true {
            let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            defer { close(socket) }
            if let port = bind(socket, to: UInt16.random(in: 15_000..<32_000)) { return port }
        }
    }

    private static func bind(_ socket: Int32, to port: UInt16) -> UInt16? {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
        return isBound ? UInt16(bigEndian: address.sin_port) : nil
    }
}
