import HTTP
import Support
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ProxyTests {
    @Test func theUsualVariables() {
        func proxies(_ environment: [String: String]) -> [String?] {
            let found = HTTPProxies(environment: environment)
            return [found.http, found.https, found.except]
        }
        #expect(proxies([:]) == [nil, nil, nil])
        #expect(proxies(["http_proxy": "a", "https_proxy": "b", "no_proxy": "c"]) == ["a", "b", "c"])
        #expect(proxies(["HTTP_PROXY": "a", "HTTPS_PROXY": "b", "NO_PROXY": "c"]) == [nil, "b", "c"])
        #expect(proxies(["ALL_PROXY": "a"]) == ["a", "a", nil])
        #expect(proxies(["ALL_PROXY": "a", "all_proxy": "", "https_proxy": "b"]) == ["a", "b", nil])
    }

    @Test func filesOfAuthorities() {
        func file(_ environment: [String: String], _ names: [String] = HTTPSettings.authorityVariables) -> String? {
            HTTPSettings(userAgent: "x", environment: environment, authorityVariables: names).authoritiesFile
        }
        let all = ["CURL_CA_BUNDLE": "curl", "SSL_CERT_FILE": "ssl", "AWS_CA_BUNDLE": "aws"]
        #expect(file(all) == "curl")
        #expect(file(all, HTTPSettings.bucketAuthorityVariables) == "aws")
        #expect(file(["SSL_CERT_FILE": "ssl", "CURL_CA_BUNDLE": "", "AWS_CA_BUNDLE": "aws"]) == "ssl")
        #expect(file(["AWS_CA_BUNDLE": "aws"]) == nil)
        #expect(file([:], HTTPSettings.bucketAuthorityVariables) == nil)
    }

    private static func client(_ environment: [String: String]) -> HTTPClient {
        .plain { $0.proxies = HTTPProxies(environment: environment) }
    }

    @Test func aProxyIsAsked() async throws {
        let proxy = WireServer { try $0.answer("200 OK", [], "by proxy: \($0.request.target)") }
        let client = Self.client(["http_proxy": "http://user:secret@127.0.0.1:\(proxy.port)"])
        let answer = try await client.get("http://freshet.invalid/x?y")
        #expect(answer.text == "by proxy: http://freshet.invalid/x?y")
        #expect(proxy.seen.requests.first?["Proxy-Authorization"] == "Basic dXNlcjpzZWNyZXQ=")
    }

    @Test func someHostsAreAskedDirectly() async throws {
        let proxy = WireServer { try $0.answer("200 OK", [], "by proxy") }
        let server = WireServer { try $0.answer("200 OK", [], "directly") }
        for (except, text) in [
            ("127.0.0.1", "directly"), ("example.org", "by proxy"), ("*", "directly"), ("", "by proxy"),
        ] {
            let client = Self.client(["http_proxy": proxy.url(), "no_proxy": except])
            #expect(try await client.get(server.url()).text == text)
        }
    }

    @Test func aProxyThatRefusesIsNamed() async {
        let proxy = WireServer { try $0.answer("407 Who are you", ["Proxy-Authenticate: Basic"]) }
        let client = Self.client(["https_proxy": "http://user:secret@127.0.0.1:\(proxy.port)"])
        do {
            _ = try await client.get("https://freshet.invalid/")
            Issue.record("no error")
        } catch let error as HTTPError {
            #expect(error.kind == .proxy("it answers 407"))
            #expect(!"\(error.problem) \(error.advice ?? "")".contains("secret"))
        } catch {
            Issue.record(error)
        }
        #expect(proxy.seen.requests.map(\.target) == ["freshet.invalid:443"])
    }

    @Test func aProxyThatIsNotThereIsNoConnection() async {
        let closed = ClosedPort()
        let client = Self.client(["http_proxy": closed.url])
        let found = await kind { _ = try await client.get("http://freshet.invalid/") }
        if case .connect = found {} else { Issue.record("\(String(describing: found))") }
    }
}
