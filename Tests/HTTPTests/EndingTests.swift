import HTTP
import Support
import Testing

/// What becomes of a transfer that does not come to its end.
@Suite(.timeLimit(.minutes(1)))
struct EndingTests {
    enum Break: CaseIterable, Sendable {
        case length
        case chunk
        case betweenChunks
        case beforeHead
        case inHead
        case reset
    }

    @Test(arguments: Break.allCases)
    func aBrokenAnswerIsAnError(_ how: Break) async {
        let server = WireServer { exchange in
            let connection = exchange.connection
            switch how {
            case .length:
                try exchange.head("200 OK", ["Content-Length: 1000"])
                try connection.write(sampleBytes(999))
            case .chunk:
                try exchange.head("200 OK", ["Transfer-Encoding: chunked"])
                try connection.write("3e8\r\n")
                try connection.write(sampleBytes(999))
            case .betweenChunks:
                try exchange.head("200 OK", ["Transfer-Encoding: chunked"])
                try exchange.chunk(sampleBytes(999))
            case .beforeHead: break
            case .inHead: try connection.write("HTTP/1.1 200 OK\r\nContent-Le")
            case .reset: return connection.reset()
            }
            connection.close()
        }
        let received: Int64 = [Break.length, .chunk, .betweenChunks].contains(how) ? 999 : 0
        let found = await kind { _ = try await HTTPClient.plain().get(server.url()) }
        #expect(found == .interrupted(afterBytes: received))
    }

    @Test func whatCameBeforeTheBreakIsReadFirst() async throws {
        let server = WireServer { exchange in
            try exchange.head("200 OK", ["Content-Length: 1000"])
            try exchange.connection.write(sampleBytes(999))
            exchange.connection.close()
        }
        let response = try await HTTPClient.plain().send(HTTPRequest("GET", server.url()))
        var bytes: [UInt8] = []
        let found = await kind { for try await chunk in response.body { bytes += chunk } }
        #expect(found == .interrupted(afterBytes: 999))
        #expect(bytes == sampleBytes(999))
        #expect(await kind { _ = try await response.body.next() } == .interrupted(afterBytes: 999))
    }

    @Test func whereNoLengthIsGivenTheEndIsTheEnd() async throws {
        let server = WireServer { exchange in
            try exchange.head("200 OK", ["Connection: close"])
            try exchange.connection.write("all")
            exchange.connection.close()
        }
        #expect(try await HTTPClient.plain().get(server.url()).text == "all")
    }

    /// Sends until the client goes away.
    private static func endless(_ exchange: WireExchange) throws {
        try exchange.head("200 OK", ["Content-Length: 1000000000000"])
        let block = [UInt8](repeating: 1, count: 1 << 16)
        while true { try exchange.connection.write(block) }
    }

    @Test func callingOffStopsATransferInTheMiddle() async throws {
        let server = WireServer(Self.endless)
        let client = HTTPClient.plain()
        let url = server.url()
        let begun = Counter()
        let task = Task {
            await kind {
                for try await chunk in try await client.send(HTTPRequest("GET", url)).body { begun.add(chunk.count) }
            }
        }
        await server.until { $0.requests.count == 1 }
        while begun.count == 0 { await Task.yield() }
        task.cancel()
        #expect(await task.value == .cancelled)
        await server.until { $0.open == 0 }
    }

    @Test func callingOffStopsWaitingForAnAnswer() async throws {
        let server = WireServer { $0.connection.waitForEnd() }
        let client = HTTPClient.plain()
        let url = server.url()
        let task = Task { await kind { _ = try await client.get(url) } }
        await server.until { $0.requests.count == 1 }
        task.cancel()
        #expect(await task.value == .cancelled)
        await server.until { $0.open == 0 }
    }

    @Test func callingOffBeforeItBeginsSendsNothing() async throws {
        let server = WireServer { try $0.answer() }
        let client = HTTPClient.plain()
        let url = server.url()
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return await kind { _ = try await client.get(url) }
        }
        task.cancel()
        #expect(await task.value == .cancelled)
        // The client still works, and what it was called off from never came.
        _ = try await client.get(url)
        #expect(server.seen.requests.count == 1)
    }

    @Test func callingOffStopsAnUpload() async throws {
        let server = WireServer { exchange in try exchange.body { _ in } }
        let client = HTTPClient.plain()
        let url = server.url()
        let source = Endless()
        let task = Task {
            await kind {
                _ = try await client.send(HTTPRequest("PUT", url, body: .stream(HTTPStream(length: nil) { source })))
            }
        }
        while source.taken.count < 10_000_000 { await Task.yield() }
        task.cancel()
        #expect(await task.value == .cancelled)
        await server.until { $0.open == 0 }
    }

    @Test func anAnswerThatNobodyHoldsEnds() async throws {
        let server = WireServer(Self.endless)
        let client = HTTPClient.plain()
        _ = try await client.send(HTTPRequest("GET", server.url()))
        await server.until { $0.open == 0 }
        withExtendedLifetime(client) {}
    }

    @Test func anAnswerThatNobodyHoldsEndsThoughItsLengthIsUnknown() async throws {
        let server = WireServer { exchange in
            try exchange.head("200 OK", ["Transfer-Encoding: chunked"])
            while true { try exchange.chunk(sampleBytes(1000)) }
        }
        let client = HTTPClient.plain()
        _ = try await client.send(HTTPRequest("GET", server.url()))
        await server.until { $0.open == 0 }
        withExtendedLifetime(client) {}
    }

    @Test func aShortAnswerThatNobodyReadsKeepsItsConnection() async throws {
        let isDropped = Gate()
        let server = WireServer { exchange in
            guard exchange.request.target == "/dropped" else { return try exchange.answer() }
            try exchange.head("404 No", ["Content-Length: 30000"])
            try exchange.connection.write(sampleBytes(15_000))
            isDropped.wait()
            try exchange.connection.write(sampleBytes(15_000))
        }
        let client = HTTPClient.plain()
        #expect(try await client.send(HTTPRequest("GET", server.url("/dropped"))).status == 404)
        // Asked after the answer was dropped, so that the client knows of that by now.
        _ = try await client.get(server.url())
        isDropped.open()
        for _ in 1...3 { _ = try await client.get(server.url()) }
        #expect(server.seen.open == server.seen.connections)
    }

    @Test func anAnswerOutlivesItsClient() async throws {
        let server = WireServer { exchange in
            try exchange.head("200 OK", ["Content-Length: 3000000"])
            try exchange.connection.write(sampleBytes(3_000_000))
        }
        var client: HTTPClient? = .plain()
        let response = try await client?.send(HTTPRequest("GET", server.url()))
        client = nil
        #expect(try await response?.collect(limit: 3_000_000) == sampleBytes(3_000_000))
        await server.until { $0.open == 1 }
    }

    @Test func aClientThatNobodyHoldsClosesItsConnections() async throws {
        let server = WireServer { try $0.answer() }
        var client: HTTPClient? = .plain()
        _ = try await client?.get(server.url())
        #expect(server.seen.open == 1)
        client = nil
        await server.until { $0.open == 0 }
    }
}
