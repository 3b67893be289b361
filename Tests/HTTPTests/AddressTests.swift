import HTTP
import Support
import Testing

@Suite(.timeLimit(.minutes(1)))
struct AddressTests {
    @Test(arguments: [
        "1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.1", "192.167.1.1",
        "169.253.0.1", "223.255.255.255", "11.0.0.1", "126.255.255.255", "128.0.0.1", "198.17.0.1", "198.20.0.1",
        "2606:4700::1111", "2a00:1450:4001::1", "64:ff9b::808:808", "::ffff:8.8.8.8", "2002:808:808::1", "2001:200::1",
    ])
    func theOpenInternetIsOpen(_ text: String) throws {
        #expect(try #require(IPAddress(text)).closedKind == nil)
    }

    @Test(arguments: [
        ("127.0.0.1", "loopback"), ("127.255.255.254", "loopback"), ("10.0.0.1", "private"),
        ("10.255.255.255", "private"), ("172.16.0.1", "private"), ("172.31.255.255", "private"),
        ("192.168.0.1", "private"), ("169.254.169.254", "cloud metadata"), ("169.254.0.1", "link-local"),
        ("100.64.0.1", "shared (CGNAT)"), ("100.127.255.255", "shared (CGNAT)"), ("0.0.0.0", "this network"),
        ("0.1.2.3", "this network"), ("224.0.0.1", "multicast"), ("239.255.255.255", "multicast"),
        ("240.0.0.1", "reserved"), ("255.255.255.255", "reserved"), ("192.0.0.192", "reserved"),
        ("192.0.2.1", "documentation"), ("198.51.100.1", "documentation"), ("203.0.113.1", "documentation"),
        ("198.18.0.1", "benchmark"), ("198.19.255.255", "benchmark"), ("168.63.129.16", "cloud metadata"),
        ("::1", "loopback"), ("::", "reserved"), ("fc00::1", "private"), ("fd00:ec2::254", "private"),
        ("fe80::1", "link-local"), ("febf::1", "link-local"), ("fec0::1", "reserved"), ("ff02::1", "multicast"),
        ("::ffff:127.0.0.1", "loopback"), ("::ffff:169.254.169.254", "cloud metadata"), ("::127.0.0.1", "reserved"),
        ("64:ff9b::a00:1", "private"), ("64:ff9b:1::1", "reserved"), ("2002:7f00:1::1", "loopback"),
        ("2001::1", "reserved"), ("2001:db8::1", "documentation"), ("3fff::1", "documentation"),
        ("4000::1", "reserved"),
    ])
    func theRestIsClosed(_ text: String, _ kind: String) throws {
        #expect(try #require(IPAddress(text)).closedKind == kind)
    }

    @Test(arguments: ["127.0.0.1", "fe80::1", "::ffff:1.2.3.4", "2001:db8::1"])
    func anAddressIsWrittenAsItIsRead(_ text: String) throws {
        #expect(try #require(IPAddress(text)).description == text)
    }

    @Test(arguments: ["", "1.2.3", "1.2.3.4.5", "localhost", "::g", "1.2.3.4:80"])
    func whatIsNoAddress(_ text: String) { #expect(IPAddress(text) == nil) }

    private static let careful = HTTPClient.plain { $0.addresses = .open() }

    @Test(arguments: [
        "127.0.0.1", "localhost", "LOCALHOST", "foo.localhost", "2130706433", "0x7f.1", "127.1", "0177.0.0.1",
        "[::ffff:127.0.0.1]", "[::1]", "0.0.0.0", "[::]", "127.0.0.1.",
    ])
    func thisMachineIsRefusedUnderAnyName(_ host: String) async {
        let server = WireServer { try $0.answer() }
        let found = await kind { _ = try await Self.careful.get("http://\(host):\(server.port)/") }
        switch found {
        case .refusedAddress(let address, _): #expect(address.closedKind != nil)
        // Where there is no IPv6, or a resolver that does not know the form.
        case .resolve, .connect: #expect(host != "127.0.0.1" && host != "localhost")
        default: Issue.record("\(host): \(String(describing: found))")
        }
        #expect(server.seen.connections == 0)
    }

    @Test func privateAddressesAreRefusedUnasked() async {
        for host in ["10.0.0.1", "169.254.169.254", "192.168.1.1", "100.64.0.1"] {
            let found = await kind { _ = try await Self.careful.get("http://\(host)/latest/meta-data/") }
            if case .refusedAddress = found {} else { Issue.record("\(host): \(String(describing: found))") }
        }
    }

    @Test(arguments: ["127.0.0.2", "localhost.", "169.254.169.254"])
    func aRedirectIsLookedAtToo(_ host: String) async throws {
        let target = WireServer(host: "127.0.0.2") { try $0.answer() }
        let loopback = try #require(IPAddress("127.0.0.1"))
        let server = WireServer { exchange in
            let next = exchange.request.target == "/start" ? "http://\(host):\(target.port)/" : "/ok"
            try exchange.answer(exchange.request.target == "/ok" ? "200 OK" : "302 Found", ["Location: \(next)"])
        }
        // All but "localhost" itself is reached by its number, so that only the first server is allowed.
        let client = HTTPClient.plain { $0.addresses = .open(except: host.hasPrefix("local") ? [] : [loopback]) }
        if !host.hasPrefix("local") {
            #expect(try await client.get(server.url("/other")).status == 200)
        }
        let found = await kind { _ = try await client.get(server.url("/start")) }
        if case .refusedAddress = found {} else { Issue.record("\(String(describing: found))") }
        #expect(target.seen.connections == 0)
    }

    /// Even one that could itself be spoken to.
    @Test func noProxyUndoesTheCheck() async throws {
        let proxy = WireServer { try $0.answer("200 OK", [], "from the proxy") }
        let loopback = try #require(IPAddress("127.0.0.1"))
        let client = HTTPClient.plain {
            $0.proxies = HTTPProxies(environment: ["http_proxy": proxy.url()])
            $0.addresses = .open(except: [loopback])
        }
        let found = await kind { _ = try await client.get("http://127.0.0.2:9/") }
        if case .refusedAddress = found {} else { Issue.record("\(String(describing: found))") }
        #expect(proxy.seen.connections == 0)
    }
}
