import HTTP
import Support
import Testing

/// Real time, but only as the thing that passes: nothing here depends on how fast the machine is.
@Suite(.timeLimit(.minutes(1)))
struct LimitTests {
    private static let brief = Duration.milliseconds(150)

    private static func request(_ url: String, _ change: (inout HTTPLimits) -> Void) -> HTTPRequest {
        var request = HTTPRequest("GET", url)
        change(&request.limits)
        return request
    }

    /// A server that takes the connection and says nothing, so that TLS never comes about.
    @Test func connecting() async {
        let server = WireServer { $0.connection.waitForEnd() }
        let request = Self.request("https://127.0.0.1:\(server.port)/") {
            $0.connect = Self.brief
            // Not what ends it.
            $0.idle = .milliseconds(1)
        }
        do {
            _ = try await HTTPClient.plain().send(request)
            Issue.record("no error")
        } catch {
            #expect(error.kind == .timeout(.connect(Self.brief)))
            #expect(!error.wasSent)
        }
        await server.until { $0.open == 0 }
    }

    @Test func waitingForTheHead() async {
        let server = WireServer { $0.connection.waitForEnd() }
        let request = Self.request(server.url()) { $0.idle = Self.brief }
        #expect(await kind { _ = try await HTTPClient.plain().send(request) } == .timeout(.idle(Self.brief)))
        await server.until { $0.open == 0 }
    }

    @Test func aBodyThatStalls() async throws {
        let server = WireServer { exchange in
            try exchange.head("200 OK", ["Content-Length: 1000"])
            try exchange.connection.write(sampleBytes(10))
            exchange.connection.waitForEnd()
        }
        let request = Self.request(server.url()) { $0.idle = Self.brief }
        let response = try await HTTPClient.plain().send(request)
        #expect(try await response.body.next() == sampleBytes(10))
        #expect(await kind { _ = try await response.body.next() } == .timeout(.idle(Self.brief)))
        await server.until { $0.open == 0 }
    }

    /// The server takes the request and no more, until the sockets are full.
    @Test func anUploadThatStalls() async {
        let isOver = Gate()
        let server = WireServer { _ in isOver.wait() }
        let source = Endless()
        var request = HTTPRequest("PUT", server.url(), body: .stream(HTTPStream(length: nil) { source }))
        request.limits.idle = Self.brief
        #expect(await kind { _ = try await HTTPClient.plain().send(request) } == .timeout(.idle(Self.brief)))
        isOver.open()
    }

    /// Bytes enough not to be idle, were every byte enough.
    private static func trickle(_ exchange: WireExchange) throws {
        try exchange.head("200 OK", ["Content-Length: 1000000"])
        while true {
            try exchange.connection.write([1])
            pause(milliseconds: 20)
        }
    }

    @Test func aTrickleIsIdle() async {
        let server = WireServer(Self.trickle)
        let request = Self.request(server.url()) {
            $0.idle = .milliseconds(300)
            $0.idleBytes = 100_000
        }
        let found = await kind { _ = try await HTTPClient.plain().collect(request, limit: 1 << 20) }
        #expect(found == .timeout(.idle(.milliseconds(300))))
    }

    @Test func aTrickleEndsInTotal() async {
        let server = WireServer(Self.trickle)
        let request = Self.request(server.url()) {
            $0.idle = .seconds(30)
            $0.total = Self.brief
        }
        let found = await kind { _ = try await HTTPClient.plain().collect(request, limit: 1 << 20) }
        #expect(found == .timeout(.total(Self.brief)))
        await server.until { $0.open == 0 }
    }

    @Test func redirectsShareTheTotal() async {
        let server = WireServer { exchange in
            pause(milliseconds: 40)
            try exchange.answer("302 Found", ["Location: /"])
        }
        var request = Self.request(server.url()) { $0.total = .milliseconds(200) }
        request.redirects = .follow(most: 1000)
        let found = await kind { _ = try await HTTPClient.plain().send(request) }
        #expect(found == .timeout(.total(.milliseconds(200))))
    }

    @Test func aReaderWhoTakesTheirTimeIsNotIdle() async throws {
        let bytes = [UInt8](repeating: 1, count: 20_000_000)
        let server = WireServer { exchange in
            try exchange.head("200 OK", ["Content-Length: 20000000"])
            try exchange.connection.write(bytes)
        }
        let request = Self.request(server.url()) { $0.idle = Self.brief }
        let response = try await HTTPClient.plain().send(request)
        let first = try #require(try await response.body.next())
        try await Task.sleep(for: Self.brief * 3)
        #expect(try await response.collect(limit: 20_000_000).count == 20_000_000 - first.count)
    }

    @Test func aSourceThatTakesItsTimeIsNotIdle() async throws {
        let server = WireServer { exchange in
            let body = try exchange.body()
            try exchange.answer("200 OK", [], "\(body.count)")
        }
        let stream = HTTPStream(length: 2, chunkBytes: 1) {
            var count = 0
            return { buffer in
                pause(milliseconds: 400)
                count += 1
                return count <= 2 ? 1 : 0
            }
        }
        var request = HTTPRequest("PUT", server.url(), body: .stream(stream))
        request.limits.idle = Self.brief
        #expect(try await HTTPClient.plain().collect(request, limit: 10).text == "2")
    }
}
