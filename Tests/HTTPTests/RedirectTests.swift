import HTTP
import Support
import Testing

@Suite(.timeLimit(.minutes(1)))
struct RedirectTests {
    private static let secrets: HTTPHeaders = [
        "Authorization": "secret", "Cookie": "secret", "x-amz-security-token": "secret", "X-Api-Key": "secret",
        "Proxy-Authorization": "secret", "Range": "bytes=0-1", "If-Match": "x",
    ]

    private static func redirecting(_ status: String = "302 Found", to location: String) -> WireServer {
        WireServer { exchange in
            if exchange.request.target == "/start" {
                try exchange.answer(status, ["Location: \(location)"], "moved")
            } else {
                try exchange.answer("200 OK", [], "\(exchange.request.method) \(try exchange.body().count)")
            }
        }
    }

    @Test func withinAnOriginEverythingIsCarriedAlong() async throws {
        let server = Self.redirecting(to: "next/../there?x=1#part")
        let request = HTTPRequest("GET", server.url("/start"), headers: Self.secrets)
        let answer = try await HTTPClient.plain().collect(request, limit: 100)
        #expect(answer.text == "GET 0")
        #expect(answer.url.hasPrefix(server.url("/")))
        let seen = server.seen.requests
        #expect(seen.count == 2)
        #expect(seen[1].target.hasSuffix("there?x=1"))
        for field in Self.secrets.fields where field.name != "Proxy-Authorization" {
            #expect(seen[1][field.name] == field.value)
        }
        #expect(server.seen.connections == 1)
    }

    @Test func toAnotherOriginOnlyWhatIsHarmlessGoesAlong() async throws {
        let other = WireServer { try $0.answer("200 OK", [], "other") }
        let server = Self.redirecting(to: other.url("/x"))
        let request = HTTPRequest("GET", server.url("/start"), headers: Self.secrets)
        let answer = try await HTTPClient.plain().collect(request, limit: 100)
        #expect(answer.text == "other")
        #expect(answer.url == other.url("/x"))
        let seen = try #require(other.seen.requests.first)
        #expect(
            seen.fields.map { $0.name.lowercased() }.sorted()
                == ["accept", "accept-encoding", "host", "if-match", "range", "user-agent"])
    }

    /// Not back either: they were given to the first, not to whoever the second names.
    @Test func whatWasLeftBehindStaysBehind() async throws {
        let server = Self.redirecting(to: "")
        let other = WireServer { try $0.answer("302 Found", ["Location: \(server.url("/end"))"]) }
        let first = Self.redirecting(to: other.url())
        let request = HTTPRequest("GET", first.url("/start"), headers: Self.secrets)
        _ = try await HTTPClient.plain().collect(request, limit: 100)
        #expect(server.seen.requests.map { $0["Authorization"] } == [nil])
    }

    @Test(arguments: [301, 302, 303, 307, 308], ["GET", "HEAD", "POST", "PUT"])
    func whatBecomesOfAMethod(_ status: Int, _ method: String) async throws {
        let server = Self.redirecting("\(status) Moved", to: "/end")
        let hasBody = method == "POST" || method == "PUT"
        let request = HTTPRequest(
            method, server.url("/start"), headers: ["Content-Type": "x"],
            body: hasBody ? .stream(HTTPStream(length: 5) { Parts([sampleBytes(5)]) }) : .none)
        let answer = try await HTTPClient.plain().collect(request, limit: 100)
        let (expected, text): (Int, String) =
            switch (method, status) {
            case ("HEAD", _): (200, "")
            case ("GET", _), (_, 303): (200, "GET 0")
            case (_, 307), (_, 308): (200, "\(method) 5")
            default: (status, "moved")
            }
        #expect(answer.status == expected)
        #expect(answer.text == text)
        if status == 303 && hasBody { #expect(server.seen.requests[1]["Content-Type"] == nil) }
        #expect(server.seen.violations.isEmpty)
    }

    @Test func aBodyDoesNotGoToAnotherOrigin() async throws {
        let other = WireServer { try $0.answer() }
        let server = Self.redirecting("307 Moved", to: other.url())
        let request = HTTPRequest("PUT", server.url("/start"), body: .bytes([1, 2, 3]))
        #expect(try await HTTPClient.plain().collect(request, limit: 100).status == 307)
        #expect(other.seen.connections == 0)
    }

    @Test func aBodyThatCannotBeHadAgainStays() async throws {
        let server = Self.redirecting("307 Moved", to: "/end")
        let stream = HTTPStream(length: 5, isRestartable: false) { Parts([sampleBytes(5)]) }
        let request = HTTPRequest("PUT", server.url("/start"), body: .stream(stream))
        #expect(try await HTTPClient.plain().collect(request, limit: 100).status == 307)
    }

    @Test func withoutLeaveNoneIsFollowed() async throws {
        let server = Self.redirecting(to: "/end")
        var request = HTTPRequest("GET", server.url("/start"))
        request.redirects = .none
        let answer = try await HTTPClient.plain().collect(request, limit: 100)
        #expect(answer.status == 302)
        #expect(answer.text == "moved")
    }

    @Test(arguments: [0, 3])
    func circlesEnd(_ most: Int) async {
        let server = WireServer { try $0.answer("302 Found", ["Location: /again"]) }
        var request = HTTPRequest("GET", server.url())
        request.redirects = .follow(most: most)
        #expect(await kind { _ = try await HTTPClient.plain().send(request) } == .tooManyRedirects(most))
        #expect(server.seen.requests.count == most + 1)
    }

    @Test(arguments: [
        "file:///etc/passwd", "ftp://127.0.0.1/", "http://user:secret@127.0.0.1/", "http://", "gopher://x",
    ])
    func aRedirectOutOfTheWebIsRefused(_ location: String) async {
        let server = Self.redirecting(to: location)
        do {
            _ = try await HTTPClient.plain().send(HTTPRequest("GET", server.url("/start")))
            Issue.record("no error")
        } catch {
            if case .url = error.kind {} else { Issue.record("\(error.kind)") }
            #expect(!error.problem.contains("secret"))
        }
    }

    @Test func aRedirectToNowhereIsTheAnswer() async throws {
        let server = WireServer { try $0.answer("302 Found", [], "nowhere") }
        #expect(try await HTTPClient.plain().get(server.url()).status == 302)
    }

    @Test func otherStatusesOfThatKindAreNoRedirects() async throws {
        let server = WireServer { try $0.answer("304 Not Modified", ["Location: /x"]) }
        let request = HTTPRequest("HEAD", server.url())
        #expect(try await HTTPClient.plain().send(request).status == 304)
    }
}
