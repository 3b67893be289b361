import Files
import HTTP
import Support
import Testing

@Suite(.timeLimit(.minutes(1)))
struct BodyTests {
    /// Answers with what came, chunked when it came chunked.
    private static func echo(_ exchange: WireExchange) throws {
        let isChunked = exchange.request["Transfer-Encoding"] != nil
        let body = try exchange.body()
        try exchange.head("200 OK", [isChunked ? "Transfer-Encoding: chunked" : "Content-Length: \(body.count)"])
        guard isChunked else { return try exchange.connection.write(body) }
        for start in stride(from: 0, to: body.count, by: 70_001) {
            try exchange.chunk(Array(body[start..<min(start + 70_001, body.count)]))
        }
        try exchange.connection.write("0\r\nTrailer-Field: x\r\n\r\n")
    }

    enum Form: CaseIterable, Sendable {
        case bytes
        case stream
        case chunked
        case blocking
        case blockingChunked

        func body(_ bytes: [UInt8]) -> HTTPBody {
            let length = Int64(bytes.count)
            let parts = stride(from: 0, to: bytes.count, by: 30_011).map {
                Array(bytes[$0..<Swift.min($0 + 30_011, bytes.count)])
            }
            switch self {
            case .bytes: return .bytes(bytes)
            case .stream: return .stream(HTTPStream(length: length) { Parts(parts) })
            case .chunked: return .stream(HTTPStream(length: nil) { Parts(parts) })
            case .blocking: return .stream(HTTPStream(length: length, chunkBytes: 50_000) { reader(of: bytes) })
            case .blockingChunked: return .stream(HTTPStream(length: nil) { reader(of: bytes) })
            }
        }
    }

    @Test(arguments: Form.allCases, [0, 1, 65_536, 3_000_000])
    func aBodyGoesThereAndBack(_ form: Form, _ count: Int) async throws {
        let server = WireServer(Self.echo)
        let client = HTTPClient.plain()
        let bytes = sampleBytes(count)
        for _ in 1...2 {
            let request = HTTPRequest("PUT", server.url(), body: form.body(bytes))
            let answer = try await client.collect(request, limit: 4_000_000)
            #expect(answer.body == bytes)
        }
        let seen = server.seen
        #expect(seen.violations.isEmpty)
        #expect(seen.connections == 1)
        let isChunked = form == .chunked || form == .blockingChunked
        #expect(seen.requests[0]["Content-Length"] == (isChunked ? nil : "\(count)"))
        #expect(seen.requests[0]["Transfer-Encoding"] == (isChunked ? "chunked" : nil))
        #expect(seen.requests[0]["Expect"] == nil)
    }

    @Test func anAnswerIsTheNextRequestsBody() async throws {
        let bytes = sampleBytes(2_000_000)
        let source = WireServer { exchange in
            try exchange.head("200 OK", ["Content-Length: \(bytes.count)"])
            try exchange.connection.write(bytes)
        }
        let target = WireServer(Self.echo)
        let client = HTTPClient.plain()
        let from = source.url()
        let stream = HTTPStream(length: Int64(bytes.count)) { try await client.send(HTTPRequest("GET", from)).body }
        let request = HTTPRequest("PUT", target.url(), body: .stream(stream))
        #expect(try await client.collect(request, limit: 1 << 22).body == bytes)
    }

    @Test(arguments: [9, 11])
    func aBodyHasToKeepItsPromise(_ promised: Int64) async throws {
        let server = WireServer { exchange in
            _ = try exchange.body()
            Issue.record("the request came whole")
        }
        let stream = HTTPStream(length: promised) { Parts([sampleBytes(4), sampleBytes(6)]) }
        let request = HTTPRequest("PUT", server.url(), body: .stream(stream))
        #expect(
            await kind { _ = try await HTTPClient.plain().send(request) }
                == .bodyLength(promised: promised, given: 10))
        await server.until { $0.open == 0 }
    }

    @Test(arguments: [Form.stream, .chunked, .blocking])
    func aSourceThatFailsEndsTheRequest(_ form: Form) async throws {
        let server = WireServer { exchange in
            _ = try exchange.body()
            Issue.record("the request came whole")
        }
        let stream: HTTPStream =
            switch form {
            case .stream: HTTPStream(length: 100) { Parts([sampleBytes(50)], then: Broken()) }
            case .chunked: HTTPStream(length: nil) { Parts([sampleBytes(50)], then: Broken()) }
            default: HTTPStream(length: 100) { throw Broken() }
            }
        let request = HTTPRequest("PUT", server.url(), body: .stream(stream))
        do {
            _ = try await HTTPClient.plain().send(request)
            Issue.record("no error")
        } catch {
            #expect(error.kind == .source)
            #expect(error.cause is Broken)
        }
        await server.until { $0.open == 0 }
    }

    @Test func anAnswerInTheMiddleOfTheBodyIsHeard() async throws {
        let server = WireServer { exchange in
            try exchange.head("403 No", ["Content-Length: 4", "Connection: close"])
            try exchange.connection.write("nope")
            exchange.connection.waitForEnd()
        }
        let parts = Endless()
        let stream = HTTPStream(length: 1 << 40) { parts }
        let request = HTTPRequest("PUT", server.url(), body: .stream(stream))
        let answer = try await HTTPClient.plain().collect(request, limit: 100)
        #expect(answer.status == 403)
        #expect(answer.text == "nope")
        await server.until { $0.open == 0 }
    }

    @Test func aSourceThatWaitsIsLetGo() async throws {
        let server = WireServer { exchange in
            try exchange.head("403 No", ["Content-Length: 0", "Connection: close"])
            exchange.connection.waitForEnd()
        }
        let isLetGo = Gate()
        let stream = HTTPStream(length: 10) {
            AsyncStream<[UInt8]> { $0.onTermination = { _ in isLetGo.open() } }
        }
        let request = HTTPRequest("PUT", server.url(), body: .stream(stream))
        #expect(try await HTTPClient.plain().send(request).status == 403)
        await offPool { isLetGo.wait() }
    }

    @Test func aServerMayRefuseBeforeTheBody() async throws {
        let server = WireServer { exchange in
            if exchange.request["Expect"] == "100-continue" && exchange.request.target == "/no" {
                try exchange.head("417 No", ["Content-Length: 0", "Connection: close"])
                exchange.connection.waitForEnd()
                return exchange.connection.close()
            }
            try exchange.head("100 Continue", [])
            try Self.echo(exchange)
        }
        let opened = Counter()
        let client = HTTPClient.plain()
        for (path, status) in [("/no", 417), ("/yes", 200)] {
            let stream = HTTPStream(length: 3_000_000) {
                opened.add()
                return Parts([sampleBytes(3_000_000)])
            }
            var request = HTTPRequest("PUT", server.url(path), body: .stream(stream))
            request.awaitsContinue = true
            #expect(try await client.collect(request, limit: 3_000_000).status == status)
        }
        #expect(server.seen.requests.map { $0["Expect"] } == ["100-continue", "100-continue"])
    }

    @Test func aThreadCanReadWithoutTasks() async throws {
        let bytes = sampleBytes(1_000_003)
        let server = WireServer { exchange in
            try exchange.head("200 OK", ["Content-Length: \(bytes.count)"])
            try exchange.connection.write(bytes)
        }
        let url = server.url()
        let client = HTTPClient.plain()
        let read = await offPool { () -> Result<[[UInt8]], any Error> in
            Result {
                let response = try client.sendBlocking(HTTPRequest("GET", url))
                var pieces: [[UInt8]] = []
                while true {
                    let piece = try [UInt8](unsafeUninitializedCapacity: 300_000) { buffer, count in
                        count = try response.body.read(into: UnsafeMutableRawBufferPointer(buffer))
                    }
                    if piece.isEmpty { return pieces }
                    pieces.append(piece)
                }
            }
        }
        let pieces = try read.get()
        #expect(pieces.map(\.count) == [300_000, 300_000, 300_000, 100_003])
        #expect(Array(pieces.joined()) == bytes)
    }

    @Test func aThreadIsToldOfErrors() async throws {
        let server = WireServer { exchange in
            try exchange.head("200 OK", ["Content-Length: 1000"])
            try exchange.connection.write(sampleBytes(10))
            exchange.connection.close()
        }
        let url = server.url()
        let found = await offPool { () -> (Int, HTTPError.Kind?) in
            var buffer = [UInt8](repeating: 0, count: 10)
            var count = 0
            do throws(HTTPError) {
                let response = try HTTPClient.plain().sendBlocking(HTTPRequest("GET", url))
                var failure: HTTPError?
                for _ in 1...2 where failure == nil {
                    buffer.withUnsafeMutableBytes { bytes in
                        do throws(HTTPError) {
                            count += try response.body.read(into: bytes)
                        } catch {
                            failure = error
                        }
                    }
                }
                return (count, failure?.kind)
            } catch {
                return (-1, error.kind)
            }
        }
        #expect(found.0 == 10)
        #expect(found.1 == .interrupted(afterBytes: 10))
    }
}
