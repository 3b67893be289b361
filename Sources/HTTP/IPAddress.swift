internal import CCurl
internal import Glibc

/// An address of a machine, as a socket is about to be opened to it.
package struct IPAddress: Sendable, Hashable {
    /// Four, or sixteen.
    package let bytes: [UInt8]

    package init?(_ text: String) {
        var four = in_addr()
        var sixteen = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: four, Array.init)
        } else if inet_pton(AF_INET6, text, &sixteen) == 1 {
            bytes = withUnsafeBytes(of: sixteen, Array.init)
        } else {
            return nil
        }
    }

    /// Nil for what is no internet address, such as a socket in the file system.
    init?(_ address: UnsafePointer<sockaddr>, length: Int) {
        let raw = UnsafeRawPointer(address)
        switch Int32(address.pointee.sa_family) {
        case AF_INET where length >= MemoryLayout<sockaddr_in>.size:
            bytes = withUnsafeBytes(of: raw.loadUnaligned(as: sockaddr_in.self).sin_addr, Array.init)
        case AF_INET6 where length >= MemoryLayout<sockaddr_in6>.size:
            bytes = withUnsafeBytes(of: raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr, Array.init)
        default: return nil
        }
    }

    /// What kind of address it is when it is not one of the open internet; nil when it is.
    package var closedKind: String? {
        bytes.count == 4 ? Self.kind(of: bytes, in: Self.closed4) : closedKind6
    }

    private var closedKind6: String? {
        // An address of the old internet in the new one's clothes counts as what it is.
        if Self.mapped.covers(bytes) || Self.translated.covers(bytes) {
            return Self.kind(of: Array(bytes[12...]), in: Self.closed4)
        }
        if Self.sixToFour.covers(bytes) { return Self.kind(of: Array(bytes[2..<6]), in: Self.closed4) }
        if let kind = Self.kind(of: bytes, in: Self.closed6) { return kind }
        return Self.global6.covers(bytes) ? nil : "reserved"
    }

    private struct Network: Sendable {
        let prefix: [UInt8]
        let bits: Int

        func covers(_ bytes: [UInt8]) -> Bool {
            (0..<bits).allSatisfy { bit in
                let mask = UInt8(0x80) >> UInt8(bit % 8)
                return (prefix.count > bit / 8 ? prefix[bit / 8] : 0) & mask == bytes[bit / 8] & mask
            }
        }
    }

    private static func kind(of bytes: [UInt8], in table: [(Network, String)]) -> String? {
        table.first { $0.0.covers(bytes) }?.1
    }

    // IANA's special-purpose registries, as far as they are not global.
    private static let closed4: [(Network, String)] = [
        (Network(prefix: [127], bits: 8), "loopback"),
        (Network(prefix: [10], bits: 8), "private"),
        (Network(prefix: [172, 16], bits: 12), "private"),
        (Network(prefix: [192, 168], bits: 16), "private"),
        (Network(prefix: [169, 254, 169, 254], bits: 32), "cloud metadata"),
        (Network(prefix: [169, 254], bits: 16), "link-local"),
        (Network(prefix: [100, 64], bits: 10), "shared (CGNAT)"),
        // Azure's, though it lies in a range that is otherwise open.
        (Network(prefix: [168, 63, 129, 16], bits: 32), "cloud metadata"),
        (Network(prefix: [0], bits: 8), "this network"),
        (Network(prefix: [192, 0, 0], bits: 24), "reserved"),
        (Network(prefix: [192, 0, 2], bits: 24), "documentation"),
        (Network(prefix: [198, 51, 100], bits: 24), "documentation"),
        (Network(prefix: [203, 0, 113], bits: 24), "documentation"),
        (Network(prefix: [198, 18], bits: 15), "benchmark"),
        (Network(prefix: [224], bits: 4), "multicast"),
        (Network(prefix: [240], bits: 4), "reserved"),
    ]

    private static let closed6: [(Network, String)] = [
        (Network(prefix: Array(repeating: 0, count: 15) + [1], bits: 128), "loopback"),
        (Network(prefix: [0xfc], bits: 7), "private"),
        (Network(prefix: [0xfe, 0x80], bits: 10), "link-local"),
        (Network(prefix: [0xff], bits: 8), "multicast"),
        // Protocol assignments, Teredo's tunnels among them.
        (Network(prefix: [0x20, 0x01], bits: 23), "reserved"),
        (Network(prefix: [0x20, 0x01, 0x0d, 0xb8], bits: 32), "documentation"),
        (Network(prefix: [0x3f, 0xff], bits: 20), "documentation"),
    ]

    private static let global6 = Network(prefix: [0x20], bits: 3)
    private static let mapped = Network(prefix: Array(repeating: 0, count: 10) + [0xff, 0xff], bits: 96)
    private static let translated = Network(prefix: [0x00, 0x64, 0xff, 0x9b], bits: 96)
    private static let sixToFour = Network(prefix: [0x20, 0x02], bits: 16)
}

extension IPAddress: CustomStringConvertible {
    package var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        inet_ntop(bytes.count == 4 ? AF_INET : AF_INET6, bytes, &text, socklen_t(text.count))
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
