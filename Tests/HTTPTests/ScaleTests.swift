import Glibc
import HTTP
import Support
import Testing

/// In processes of their own, for what is measured is the process.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct ScaleTests {
    private static let large = 200_000_000

    /// The most memory that this process ever had.
    private static var peakBytes: Int {
        var text = ""
        if let file = fopen("/proc/self/status", "r") {
            var line = [CChar](repeating: 0, count: 256)
            while fgets(&line, 256, file) != nil {
                text += String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            }
            fclose(file)
        }
        let peak = text.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
        return (peak.flatMap { Int($0.filter(\.isNumber)) } ?? 0) * 1024
    }

    /// Sends 200 MB to whoever asks, from one block, and takes as much.
    private static func server() -> WireServer {
        WireServer { exchange in
            var taken = 0
            try exchange.body { taken += $0.count }
            guard exchange.request.method == "GET" else { return try exchange.answer("200 OK", [], "\(taken)") }
            try exchange.head("200 OK", ["Content-Length: \(large)"])
            let block = [UInt8](repeating: 1, count: 100_000)
            for _ in 0..<large / block.count { try exchange.connection.write(block) }
        }
    }

    /// How much more memory the work needs than the same work on little; reported by the exit code in MB.
    private static func growthMegabytes(_ work: (HTTPClient, WireServer) async throws -> Void) async throws -> Int32 {
        let (client, server) = (HTTPClient.plain(), server())
        // What is loaded and set up once does not count.
        _ = try await client.collect(HTTPRequest("PUT", server.url(), body: .bytes([1])), limit: 10)
        let before = peakBytes
        try await work(client, server)
        return Int32((peakBytes - before) / 1_000_000)
    }

    /// One transfer keeps 256 KiB for the reader, as much again on the way, and as much in libcurl; the rest is what
    /// the allocator does not give back.
    private static let mostMegabytes: Int32 = 8

    @Test func aSlowReaderKeepsMemoryFlat() async {
        await #expect(processExitsWith: .success) {
            let grown = try await Self.growthMegabytes { client, server in
                var request = HTTPRequest("GET", server.url())
                request.version = .http1
                let response = try await client.send(request)
                var count = 0
                while let chunk = try await response.body.next() {
                    count += chunk.count
                    // The server is always ahead.
                    for _ in 1...20 { await Task.yield() }
                }
                precondition(count == Self.large)
            }
            exit(grown <= Self.mostMegabytes ? 0 : grown)
        }
    }

    @Test func aReaderWhoWaitsFirstKeepsMemoryFlat() async {
        await #expect(processExitsWith: .success) {
            let grown = try await Self.growthMegabytes { client, server in
                let response = try await client.send(HTTPRequest("GET", server.url()))
                // Long enough for all of it, were it taken in.
                try await Task.sleep(for: .milliseconds(700))
                try await response.drain()
            }
            exit(grown <= Self.mostMegabytes ? 0 : grown)
        }
    }

    @Test func anUploadKeepsMemoryFlat() async {
        await #expect(processExitsWith: .success) {
            let grown = try await Self.growthMegabytes { client, server in
                let stream = HTTPStream(length: Int64(Self.large)) {
                    Parts(Array(repeating: [UInt8](repeating: 1, count: 100_000), count: Self.large / 100_000))
                }
                let request = HTTPRequest("PUT", server.url(), body: .stream(stream))
                let text = try await client.collect(request, limit: 20).text
                precondition(text == "\(Self.large)")
            }
            exit(grown <= Self.mostMegabytes ? 0 : grown)
        }
    }

    @Test func aSourceIsAskedNoFasterThanTheServerTakes() async throws {
        let isOver = Gate()
        let server = WireServer { _ in isOver.wait() }
        let source = Endless()
        var request = HTTPRequest("PUT", server.url(), body: .stream(HTTPStream(length: nil) { source }))
        request.limits.idle = .milliseconds(300)
        _ = await kind { _ = try await HTTPClient.plain().send(request) }
        isOver.open()
        // What the sockets of both sides take in, and a little.
        #expect(source.taken.count < 16_000_000)
    }

    @Test func manyAtOnceAndNoDescriptorLeft() async {
        await #expect(processExitsWith: .success) {
            let server = WireServer { exchange in
                switch exchange.request.target {
                case "/break": exchange.connection.close()
                case "/half":
                    try exchange.head("200 OK", ["Content-Length: 100"])
                    exchange.connection.close()
                default: try exchange.answer("200 OK", [], exchange.request.target)
                }
            }
            func round() async throws {
                let client = HTTPClient.plain()
                await withTaskGroup(of: Bool.self) { group in
                    for number in 1...200 {
                        let path = number % 10 == 0 ? "/break" : number % 10 == 1 ? "/half" : "/\(number)"
                        group.addTask { (try? await client.get(server.url(path)).text) == path }
                        if number % 10 == 2 {
                            group.addTask {
                                (try? await client.send(HTTPRequest("GET", server.url("/dropped"))).status) == 200
                            }
                        }
                    }
                    let good = await group.reduce(0) { $0 + ($1 ? 1 : 0) }
                    precondition(good == 180, "\(good) of 180")
                }
            }
            try await round()
            await server.until { $0.open == 0 }
            let before = Self.sockets
            for _ in 1...3 { try await round() }
            await server.until { $0.open == 0 }
            // The server is in this process: its end of a connection is closed once the client's is. The client's
            // thread may still be putting away its own two.
            for _ in 1...1000 where Self.sockets > before { try await Task.sleep(for: .milliseconds(1)) }
            precondition(server.seen.violations.isEmpty)
            exit(Self.sockets <= before ? 0 : 1)
        }
    }

    /// The sockets that are open. (Swift's own runtime opens timers when it likes.)
    private static var sockets: Int {
        (0..<1024).count { descriptor in
            var status = stat()
            return fstat(Int32(descriptor), &status) == 0 && status.st_mode & S_IFMT == S_IFSOCK
        }
    }

    /// Verbs without a network must not pay for libcurl and what it brings along.
    @Test func theLibraryIsOpenedByTheFirstRequest() async {
        await #expect(processExitsWith: .success) {
            func isLoaded() -> Bool { dlopen("libcurl.so.4", RTLD_NOLOAD | RTLD_NOW) != nil }
            let server = WireServer { try $0.answer() }
            let client = HTTPClient(HTTPSettings(userAgent: "x", environment: [:]))
            let before = isLoaded()
            _ = try await client.get(server.url())
            exit(!before && isLoaded() ? 0 : 1)
        }
    }
}
