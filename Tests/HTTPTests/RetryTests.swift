import Files
import HTTP
import Support
import Testing

@Suite(.timeLimit(.minutes(1)))
struct RetryTests {
    /// A client whose time stands still, and whose notices are kept.
    private struct Stage {
        let clock = ManualClock()
        let notices = Monitor<[RetryNotice]>([])
        let client: HTTPClient

        init(_ change: (inout RetryPolicy) -> Void = { _ in }) {
            var policy = RetryPolicy()
            change(&policy)
            let (clock, notices) = (clock, notices)
            client = .plain {
                $0.retries = policy
                $0.clock = clock.clock
                $0.random = { 1 }
                $0.notice = { notice in notices.change { $0.append(notice) } }
            }
        }

        var lines: [String] { notices.change { $0.map(\.line) } }
    }

    /// Answers these in turn, the last one for ever.
    private static func answering(_ statuses: [String], _ fields: [String] = []) -> WireServer {
        let left = Monitor(statuses[...])
        return WireServer { exchange in
            let status = left.change { $0.count > 1 ? $0.removeFirst() : $0[$0.startIndex] }
            if status == "break" { return exchange.connection.close() }
            if status == "half" {
                try exchange.head("200 OK", ["Content-Length: 10"])
                try exchange.connection.write("half")
                return exchange.connection.close()
            }
            try exchange.answer(status, status.hasPrefix("200") ? [] : fields, "body")
        }
    }

    @Test(arguments: [
        "408 Timeout", "429 Slow", "500 Oops", "502 Gateway", "503 Slow Down", "504 Gateway", "break",
    ])
    func whatPassesIsTriedAgain(_ status: String) async throws {
        let stage = Stage()
        let server = Self.answering([status, status, "200 OK"])
        let answer = try await stage.client.get(server.url())
        #expect(answer.text == "body")
        #expect(stage.clock.slept == [.milliseconds(500), .seconds(1)])
        #expect(server.seen.requests.count == 3)
    }

    @Test(arguments: ["200 OK", "304 Same", "400 Bad", "401 Who", "403 No", "404 Gone", "412 Changed", "501 Never"])
    func whatIsAnAnswerStands(_ status: String) async throws {
        let stage = Stage()
        let server = Self.answering([status])
        #expect(try await stage.client.send(HTTPRequest("HEAD", server.url())).head.status == Int(status.prefix(3)))
        #expect(stage.clock.slept.isEmpty)
    }

    @Test func theLastAnswerIsGivenAsItIs() async throws {
        let stage = Stage { $0.attempts = 3 }
        let server = Self.answering(["503 Slow Down"])
        let answer = try await stage.client.get(server.url("/a?X-Amz-Signature=secret"))
        #expect(answer.status == 503)
        #expect(answer.text == "body")
        #expect(server.seen.requests.count == 3)
        #expect(
            stage.lines == [
                "GET \(server.url("/a"))?…: the server answers 503 Slow Down; trying again in 0.5 s (2 of 3)",
                "GET \(server.url("/a"))?…: the server answers 503 Slow Down; trying again in 1 s (3 of 3)",
            ])
    }

    @Test func theLastErrorIsGivenAsItIs() async throws {
        let stage = Stage { $0.attempts = 2 }
        let server = Self.answering(["break"])
        #expect(await kind { _ = try await stage.client.get(server.url()) } == .interrupted(afterBytes: 0))
        #expect(
            stage.lines == [
                "GET \(server.url()): the connection broke before the answer came; trying again in 0.5 s (2 of 2)"
            ])
    }

    @Test func aBodyThatBreaksOffIsCollectedAgain() async throws {
        let stage = Stage()
        let server = Self.answering(["half", "200 OK"])
        #expect(try await stage.client.get(server.url()).text == "body")
        #expect(stage.lines.map { $0.contains("broke after 4 bytes") } == [true])
    }

    @Test func aBodyThatIsReadByHandIsNot() async throws {
        let stage = Stage()
        let server = Self.answering(["half", "200 OK"])
        let response = try await stage.client.send(HTTPRequest("GET", server.url()))
        #expect(await kind { try await response.drain() } == .interrupted(afterBytes: 4))
        #expect(server.seen.requests.count == 1)
    }

    @Test(arguments: ["503 Slow Down", "429 Slow", "break"])
    func whatMustNotBeRepeatedIsNot(_ status: String) async throws {
        let stage = Stage()
        let server = Self.answering([status, "200 OK"])
        _ = try? await stage.client.send(HTTPRequest("POST", server.url(), body: .bytes([1])))
        #expect(server.seen.requests.count == 1)
        #expect(stage.clock.slept.isEmpty)
    }

    @Test func whatWasNeverSentMayBeSentAgain() async throws {
        let stage = Stage()
        let closed = ClosedPort()
        #expect(
            await kind { _ = try await stage.client.send(HTTPRequest("POST", closed.url, body: .bytes([1]))) } != nil)
        #expect(stage.clock.slept.count == 4)
        #expect(stage.lines.first?.contains("no connection") == true)
    }

    /// A kept connection may be closing while the next request is on its way; libcurl sends again by itself then.
    @Test(arguments: ["POST", "PUT"])
    func aKeptConnectionThatEndsIsNoReasonToRepeatInSecret(_ method: String) async throws {
        let server = WireServer { exchange in
            _ = try exchange.body()
            if exchange.request.target == "/first" { return try exchange.answer() }
            // Read, perhaps carried out, and gone without a word.
            exchange.connection.close()
        }
        let client = HTTPClient.plain()
        for body in [HTTPBody.none, .bytes(sampleBytes(10)), .bytes(sampleBytes(300_000))] {
            _ = try await client.get(server.url("/first"))
            let before = server.seen.requests.count
            let found = await kind { _ = try await client.send(HTTPRequest(method, server.url("/x"), body: body)) }
            #expect(found == .interrupted(afterBytes: 0))
            if method == "POST" { #expect(server.seen.requests.count == before + 1) }
        }
        #expect(server.seen.violations.isEmpty)
    }

    @Test(arguments: [true, false])
    func aStreamIsSentAgainFromItsBeginning(_ isRestartable: Bool) async throws {
        let stage = Stage()
        let bodies = Monitor<[Int]>([])
        let server = WireServer { exchange in
            let count = try exchange.body().count
            let isFirst = bodies.change { bodies in
                bodies.append(count)
                return bodies.count == 1
            }
            try exchange.answer(isFirst ? "503 Slow" : "200 OK")
        }
        let stream = HTTPStream(length: 300_000, isRestartable: isRestartable) { Parts([sampleBytes(300_000)]) }
        let answer = try await stage.client.send(HTTPRequest("PUT", server.url(), body: .stream(stream)))
        #expect(answer.status == (isRestartable ? 200 : 503))
        #expect(bodies.change { $0 } == (isRestartable ? [300_000, 300_000] : [300_000]))
    }

    @Test func theServersWaitIsKept() async throws {
        let stage = Stage()
        let server = Self.answering(["503 Slow", "200 OK"], ["Retry-After: 42"])
        _ = try await stage.client.get(server.url())
        #expect(stage.clock.slept == [.seconds(42)])
    }

    @Test func theServersDateIsKept() async throws {
        let stage = Stage()
        let server = Self.answering(["429 Slow", "200 OK"], ["Retry-After: Sun, 06 Nov 1994 08:49:47 GMT"])
        _ = try await stage.client.get(server.url())
        #expect(stage.clock.slept == [.seconds(10)])
    }

    @Test func aWaitThatIsTooLongIsTheEnd() async throws {
        let stage = Stage { $0.totalTime = .seconds(60) }
        let server = Self.answering(["503 Slow", "200 OK"], ["Retry-After: 61"])
        #expect(try await stage.client.get(server.url()).status == 503)
        #expect(stage.clock.slept.isEmpty)
    }

    @Test func theTimeOfTheAttemptsCounts() async throws {
        let stage = Stage { $0.totalTime = .seconds(60) }
        let clock = stage.clock
        let server = WireServer { exchange in
            clock.pass(.seconds(40))
            try exchange.answer("503 Slow")
        }
        #expect(try await stage.client.get(server.url()).status == 503)
        #expect(server.seen.requests.count == 2)
    }

    @Test func everyAttemptIsPreparedAnew() async throws {
        let stage = Stage()
        let server = Self.answering(["503 Slow", "503 Slow", "200 OK"])
        let clock = stage.clock.clock
        var request = HTTPRequest("GET", server.url())
        request.prepare = { $0.headers["x-amz-date"] = "\(clock.secondsSince1970())" }
        _ = try await stage.client.collect(request, limit: 10)
        #expect(server.seen.requests.map { $0["x-amz-date"] } == ["784111777", "784111777", "784111778"])
    }

    @Test func callingOffEndsTheWait() async throws {
        let clock = ManualClock()
        let waits = Gate()
        let client = HTTPClient.plain {
            $0.retries = RetryPolicy()
            $0.clock = clock.clock
            $0.clock.sleep = { _ in
                waits.open()
                try await Task.sleep(for: .seconds(3600))
            }
        }
        let server = Self.answering(["503 Slow"])
        let url = server.url()
        let task = Task { await kind { _ = try await client.get(url) } }
        await offPool { waits.wait() }
        task.cancel()
        #expect(await task.value == .cancelled)
        #expect(server.seen.requests.count == 1)
    }
}
