/// One request on a connection, and what a test does about it.
package final class WireExchange {
    package let request: WireRequest
    package let connection: WireConnection
    private var isBodyRead = false

    init(_ request: WireRequest, _ connection: WireConnection) {
        self.request = request
        self.connection = connection
    }

    /// The rest of the request's body.
    package func body() throws -> [UInt8] {
        var bytes: [UInt8] = []
        try body { bytes += $0 }
        return bytes
    }

    package func body(each: ([UInt8]) throws -> Void) throws {
        guard !isBodyRead else { return }
        isBodyRead = true
        if let length = request["Content-Length"] {
            guard let count = Int(length), count >= 0 else {
                throw WireConnection.Violation(text: "a length of \(length)")
            }
            try bytes(count, each)
        } else if let coding = request["Transfer-Encoding"] {
            guard coding == "chunked" else { throw WireConnection.Violation(text: "coded \(coding)") }
            while true {
                let line = try connection.readLine()
                guard let count = Int(line, radix: 16) else {
                    throw WireConnection.Violation(text: "a chunk of \(line)")
                }
                try bytes(count, each)
                guard try connection.readLine().isEmpty else {
                    throw WireConnection.Violation(text: "a chunk without an end")
                }
                if count == 0 { return }
            }
        }
    }

    private func bytes(_ count: Int, _ each: ([UInt8]) throws -> Void) throws {
        var left = count
        while left > 0 {
            let some = try connection.readSome(left)
            left -= some.count
            try each(some)
        }
    }

    /// A whole answer, once the request is read.
    package func answer(_ status: String = "200 OK", _ fields: [String] = [], _ body: String = "") throws {
        _ = try self.body()
        try head(status, fields + ["Content-Length: \(body.utf8.count)"])
        if request.method != "HEAD" { try connection.write(body) }
    }

    package func head(_ status: String = "200 OK", _ fields: [String]) throws {
        try connection.write((["HTTP/1.1 \(status)"] + fields).joined(separator: "\r\n") + "\r\n\r\n")
    }

    package func chunk(_ bytes: [UInt8]) throws {
        try connection.write(Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + Array("\r\n".utf8))
    }
}
