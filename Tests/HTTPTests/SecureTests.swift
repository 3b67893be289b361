import HTTP
import Support
import Testing

@Suite(.enabled(if: SecureServer.isInstalled), .timeLimit(.minutes(1)))
struct SecureTests {
    /// A client that trusts the server, and the server once it listens.
    private static func stage() async throws -> (HTTPClient, SecureServer) {
        let server = try await offPool { Result { try SecureServer() } }.get()
        let authorities = server.authorities
        let client = HTTPClient.plain { $0.authoritiesFile = authorities }
        for _ in 1...500 {
            if (try? await client.get(server.url("/"))) != nil { return (client, server) }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("nginx does not begin: \(server.folder.text("error.log") ?? "")")
        return (client, server)
    }

    @Test func theServersAuthorityHasToBeKnown() async throws {
        let (_, server) = try await Self.stage()
        do {
            _ = try await HTTPClient.plain().get(server.url("/"))
            Issue.record("trusted")
        } catch let error as HTTPError {
            if case .tls = error.kind {} else { Issue.record("\(error.kind)") }
            #expect(error.problem.contains("certificate"))
            #expect(error.advice?.contains("SSL_CERT_FILE") == true)
            #expect(!error.wasSent)
        } catch {
            Issue.record(error)
        }
    }

    @Test func theNameHasToBeTheServers() async throws {
        let (client, server) = try await Self.stage()
        let found = await kind { _ = try await client.get("https://localhost:\(server.port)/") }
        if case .tls(_, server.authorities) = found {} else { Issue.record("\(String(describing: found))") }
    }

    @Test func theFileOfAuthoritiesHasToBeThere() async throws {
        let (_, server) = try await Self.stage()
        let client = HTTPClient(
            HTTPSettings(userAgent: "x", environment: ["SSL_CERT_FILE": "/nowhere/ca.pem"]))
        do {
            _ = try await client.get(server.url("/"))
            Issue.record("trusted")
        } catch let error as HTTPError {
            #expect(error.advice?.contains("/nowhere/ca.pem") == true)
        } catch {
            Issue.record(error)
        }
    }

    @Test func aFolderOfAuthoritiesWillDo() async throws {
        let (_, server) = try await Self.stage()
        let hash = try await offPool {
            Result { try Tool.run("/usr/bin/openssl", ["x509", "-hash", "-noout", "-in", server.authorities]).text }
        }.get()
        server.folder.write(server.folder.read("ca.pem") ?? [], to: "cas/\(hash.prefix(8)).0")
        let client = HTTPClient(
            HTTPSettings(userAgent: "x", environment: ["SSL_CERT_DIR": server.folder.path("cas")]))
        #expect(try await client.get(server.url("/")).status == 200)
    }

    @Test func smallExchangesShareAConnection() async throws {
        let (client, server) = try await Self.stage()
        let url = server.url("/version")
        let answers = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 1...50 { group.addTask { try await client.get(url).text } }
            return try await group.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        }
        #expect(answers.count == 1)
        #expect(answers.keys.first?.hasPrefix("HTTP/2") == true)
        #expect(try await client.get(url).head.version == "2")
    }

    /// Whichever came first: a connection of the one kind does not serve the other.
    @Test func largeBodiesGoOverTheirOwn() async throws {
        let (client, server) = try await Self.stage()
        for _ in 1...3 {
            var request = HTTPRequest("GET", server.url("/version"))
            #expect(try await client.collect(request, limit: 100).text.hasPrefix("HTTP/2"))
            request.version = .http1
            #expect(try await client.collect(request, limit: 100).text.hasPrefix("HTTP/1.1"))
        }
    }

    @Test func callingOffOneLeavesTheOthers() async throws {
        let (client, server) = try await Self.stage()
        server.folder.write([UInt8](repeating: 1, count: 8_000_000), to: "www/large")
        let first = try await client.send(HTTPRequest("GET", server.url("/large")))
        let second = try await client.send(HTTPRequest("GET", server.url("/large")))
        _ = try await first.body.next()
        first.body.cancel()
        #expect(await kind { while try await first.body.next() != nil {} } == .cancelled)
        #expect(try await second.collect(limit: 8_000_000).count == 8_000_000)
    }

    @Test func aPartComesAsAPart() async throws {
        let (client, server) = try await Self.stage()
        server.folder.write(sampleBytes(100_000), to: "www/file")
        var request = HTTPRequest("GET", server.url("/file"), headers: ["Range": "bytes=1000-1999"])
        request.version = .http1
        let part = try await client.collect(request, limit: 1000)
        #expect(part.status == 206)
        #expect(part.headers["Content-Range"] == "bytes 1000-1999/100000")
        #expect(part.body == sampleBytes(1000, from: 1000))
    }
}
