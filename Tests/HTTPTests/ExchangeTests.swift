import HTTP
import Support
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ExchangeTests {
    @Test func anAnswerComesWhole() async throws {
        let server = WireServer {
            try $0.answer("200 Fine", ["X-One: a", "x-two:  b\t", "X-ONE: c", "Empty:"], "hello")
        }
        let answer = try await HTTPClient.plain().get(server.url("/x"))
        #expect(answer.status == 200)
        #expect(answer.head.reason == "Fine")
        #expect(answer.head.version == "1.1")
        #expect(answer.text == "hello")
        #expect(answer.headers["x-one"] == "a")
        #expect(answer.headers.all("X-One") == ["a", "c"])
        #expect(answer.headers["X-Two"] == "b")
        #expect(answer.headers["Empty"] == "")
        #expect(answer.headers.fields.map(\.name) == ["X-One", "x-two", "X-ONE", "Empty", "Content-Length"])
        #expect(answer.url == server.url("/x"))
        #expect(server.seen.violations.isEmpty)
    }

    @Test func aRequestSaysWhatItShouldAndNoMore() async throws {
        let server = WireServer { try $0.answer() }
        _ = try await HTTPClient.plain().get(server.url("/x"))
        let request = try #require(server.seen.requests.first)
        #expect(request.fields.map(\.name).sorted() == ["Accept", "Accept-Encoding", "Host", "User-Agent"])
        #expect(request["User-Agent"] == "freshet/1.2.3")
        #expect(request["Accept-Encoding"] == "identity")
    }

    @Test(arguments: [
        "/b/a%2Fb/../../x%20y/./%C3%A9~+=&;@:!$'()*,//z", "/b/..", "/?prefix=a%2Fb+c&uploads=", "/b?a=../x&b=%7e", "/",
    ])
    func aTargetStaysAsItWasWritten(_ target: String) async throws {
        let server = WireServer { try $0.answer() }
        _ = try await HTTPClient.plain().get(server.url(target))
        #expect(server.seen.requests.map(\.target) == [target])
    }

    @Test func connectionsAreKept() async throws {
        let server = WireServer { try $0.answer("200 OK", [], "x") }
        let client = HTTPClient.plain()
        for _ in 1...5 { _ = try await client.get(server.url()) }
        #expect(server.seen.connections == 1)
        #expect(server.seen.requests.count == 5)
    }

    @Test(arguments: ["GET", "HEAD", "DELETE", "PUT", "POST", "PATCH", "OPTIONS"])
    func methodsWithoutABody(_ method: String) async throws {
        let server = WireServer { try $0.answer("200 OK", [], "some") }
        let client = HTTPClient.plain()
        for _ in 1...2 {
            let answer = try await client.collect(HTTPRequest(method, server.url()), limit: 100)
            #expect(answer.text == (method == "HEAD" ? "" : "some"))
            #expect(answer.head.length == 4)
        }
        let request = try #require(server.seen.requests.first)
        #expect(request.method == method)
        #expect(request["Content-Length"] == (["PUT", "POST", "PATCH"].contains(method) ? "0" : nil))
        #expect(request["Content-Type"] == nil)
        #expect(server.seen.violations.isEmpty)
        // What must not be repeated never goes over a connection that may be closing.
        #expect(server.seen.connections == (["POST", "PATCH"].contains(method) ? 2 : 1))
    }

    @Test func whatMustNotBeRepeatedAndHasNoBodyGetsItsOwnConnection() async throws {
        let server = WireServer { try $0.answer() }
        let client = HTTPClient.plain()
        _ = try await client.get(server.url())
        var request = HTTPRequest("DELETE", server.url())
        request.isRepeatable = false
        _ = try await client.collect(request, limit: 1)
        #expect(server.seen.connections == 2)
    }

    @Test func fieldsAreSentAsTheyAre() async throws {
        let server = WireServer { try $0.answer() }
        let headers: HTTPHeaders = [
            "Authorization": "AWS4 x", "x-amz-date": "1", "Empty": "", "X-É": "no",
        ]
        var request = HTTPRequest("GET", server.url(), headers: headers)
        #expect(
            await kind { _ = try await HTTPClient.plain().send(request) } == .header("\"X-É\" is no name of a field"))
        request.headers["X-É"] = nil
        request.headers["User-Agent"] = "other"
        request.headers["Accept"] = "application/json; é"
        _ = try await HTTPClient.plain().send(request)
        let seen = try #require(server.seen.requests.first)
        #expect(seen.all("User-Agent") == ["other"])
        #expect(seen.all("Accept") == ["application/json; é"])
        #expect(seen.all("Empty") == [""])
        #expect(seen["authorization"] == "AWS4 x")
    }

    @Test(arguments: [
        ("X", "a\r\nY: b"), ("X", "a\nb"), ("X", "a\0b"), ("X: y\r\nZ", "b"), ("", "b"), ("Content-Length", "5"),
        ("transfer-encoding", "chunked"),
    ])
    func aFieldCannotBringAnother(_ name: String, _ value: String) async {
        let server = WireServer { try $0.answer() }
        var request = HTTPRequest("GET", server.url())
        request.headers.add(name, value)
        let found = await kind { _ = try await HTTPClient.plain().send(request) }
        if case .header = found {} else { Issue.record("\(String(describing: found))") }
        #expect(server.seen.connections == 0)
    }

    @Test(arguments: [
        "", "x", "ftp://127.0.0.1/", "file:///etc/passwd", "http://", "http:///x", "http://u:p@127.0.0.1/",
        "http://127.0.0.1:99999/", "http://a b/", "//127.0.0.1/", "gopher://127.0.0.1/", "http://127.0.0.1/a b",
    ])
    func whatIsNoUsableURLIsRefused(_ url: String) async {
        let found = await kind { _ = try await HTTPClient.plain().send(HTTPRequest("GET", url)) }
        if case .url = found {} else { Issue.record("\(url): \(String(describing: found))") }
    }

    @Test func informationBeforeTheAnswerIsPassedOver() async throws {
        let server = WireServer {
            try $0.head("100 Continue", [])
            try $0.head("103 Early Hints", ["Link: x"])
            try $0.answer("201 Created", ["A: b"])
        }
        let answer = try await HTTPClient.plain().get(server.url())
        #expect(answer.status == 201)
        #expect(answer.headers["Link"] == nil)
        #expect(answer.headers["A"] == "b")
    }

    @Test func aHeadMayNotBeEndless() async {
        let server = WireServer { exchange in
            try exchange.connection.write("HTTP/1.1 200 OK\r\n")
            while true { try exchange.connection.write("X: " + String(repeating: "x", count: 1000) + "\r\n") }
        }
        var request = HTTPRequest("GET", server.url())
        request.limits.headerBytes = 10_000
        #expect(
            await kind { _ = try await HTTPClient.plain().send(request) }
                == .tooLarge("the head", limitBytes: 10_000))
    }

    @Test(arguments: [true, false])
    func aBodyMayNotBeLargerThanAllowed(_ isAnnounced: Bool) async {
        let server = WireServer { exchange in
            try exchange.head("200 OK", [isAnnounced ? "Content-Length: 100000" : "Connection: close"])
            try exchange.connection.write(sampleBytes(100_000))
            exchange.connection.close()
        }
        var request = HTTPRequest("GET", server.url())
        request.limits.bodyBytes = 99_999
        let client = HTTPClient.plain()
        #expect(
            await kind { _ = try await client.collect(request, limit: 1 << 20) }
                == .tooLarge("the body", limitBytes: 99_999))
        request.limits.bodyBytes = 100_000
        #expect(await kind { _ = try await client.collect(request, limit: 100_000) } == nil)
        #expect(
            await kind { _ = try await client.collect(request, limit: 99_999) }
                == .tooLarge("the body", limitBytes: 99_999))
    }

    @Test(arguments: ["SSH-2.0-OpenSSH_9.2\r\n", "ICY 200 OK\r\n\r\n", "\0\0\0\0", "HTTP/1.1 OK\r\n\r\n"])
    func whatIsNotHTTPIsSaid(_ text: String) async {
        let server = WireServer { exchange in
            try exchange.connection.write(text)
            exchange.connection.close()
        }
        let found = await kind { _ = try await HTTPClient.plain().get(server.url()) }
        if case .notHTTP = found {} else { Issue.record("\(String(describing: found))") }
    }
}
