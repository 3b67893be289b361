import Support
import Testing

/// What was made here can be downloaded, by real clients, over the loopback device alone.
@Suite struct DownloadTests {
    /// Where the data and the torrents are, and where it is downloaded to.
    private let source = TemporaryFolder()
    private let target = TemporaryFolder()

    private static let files = [
        "image x.iso": 500_001, "even.iso": 8 * 32768, "d/a/x": 100_000, "d/a-b": 16384, "d/empty": 0, "d/ü": 65_537,
    ]

    init() {
        var generator = SeededGenerator(seed: 41)
        for (path, size) in Self.files.sorted(by: { $0.key < $1.key }) { source.write(generator.bytes(size), to: path) }
    }

    private func make(_ path: String, _ kind: String, _ flags: [String]) throws -> String {
        try Freshet.done(
            ["make", path, "--kind", kind, "--output", "t.torrent", "--piece-size", "32KiB", "-q"] + flags, in: source)
        return source.path("t.torrent")
    }

    /// All of it arrived, byte by byte. Some clients do not make empty files.
    private func expectSame(_ path: String) {
        for (name, size) in Self.files where name == path || name.hasPrefix(path + "/") {
            #expect(target.read(name) == source.read(name) || (size == 0 && target.read(name) == nil), "\(name)")
        }
    }

    private func download(_ torrent: String, _ more: String...) throws -> Tool.Outcome {
        try Tool.run(
            Python.withLibtorrent(), [Peer.path("download.py"), torrent, target.path] + more, limitSeconds: 30)
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["image x.iso", "d"], ["v1", "hybrid", "v2"])
    func fromAPeer(path: String, kind: String) throws {
        let torrent = try make(path, kind, [])
        let seeder = try Seeder(torrent, in: source)
        let outcome = try withExtendedLifetime(seeder) { try download(torrent, seeder.port) }
        #expect(outcome.exit == 0, "\(outcome.errors)")
        expectSame(path)
    }

    /// By web seed alone: no tracker, no peer. A single v2 file has to end with a piece: of others, libtorrent 2.0.8
    /// makes two in its mind, the second of padding, and asks for "name/name".
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            ("image x.iso", "v1"), ("image x.iso", "hybrid"), ("even.iso", "v2"), ("d", "v1"), ("d", "hybrid"),
            ("d", "v2"),
        ])
    func byWebSeed(path: String, kind: String) throws {
        let server = try WebServer(of: source)
        let seed = path == "d" ? server.address : server.address + "/{name}"
        let torrent = try make(path, kind, ["--web-seed", seed])
        let outcome = try download(torrent)
        #expect(outcome.exit == 0, "\(outcome.errors) \(server.requests)")
        expectSame(path)
        #expect(server.requests.contains { $0.hasSuffix(" 206") })
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["image x.iso", "d"])
    func aria2ByWebSeed(path: String) throws {
        let server = try WebServer(of: source)
        let seed = path == "d" ? server.address + "/" : server.address + "/{name}"
        let outcome = try aria2(make(path, "v1", ["--web-seed", seed]))
        #expect(outcome.exit == 0, "\(outcome.text)")
        expectSame(path)
        #expect(server.requests.contains { $0.hasPrefix("GET /") && ($0.hasSuffix(" 200") || $0.hasSuffix(" 206")) })
    }

    /// The tracker in the torrent brings the two together.
    @Test(.timeLimit(.minutes(1))) func aria2FromAPeerByTracker() throws {
        let server = try WebServer(of: TemporaryFolder())
        let torrent = try make("d", "v1", ["--tracker", server.address + "/announce"])
        let seeder = try Seeder(torrent, in: source)
        try server.waitForRequest("the seeder's announcement") {
            $0.hasPrefix("GET /announce") && $0.contains("port=\(seeder.port)&")
        }
        let outcome = try withExtendedLifetime((server, seeder)) { try aria2(torrent) }
        #expect(outcome.exit == 0, "\(outcome.text)")
        expectSame("d")
    }

    private func aria2(_ torrent: String) throws -> Tool.Outcome {
        try Tool.run(
            Tool.required("aria2c", package: "aria2"),
            [
                "--no-conf", "--enable-dht=false", "--enable-dht6=false", "--bt-enable-lpd=false",
                "--enable-peer-exchange=false", "--interface=127.0.0.1", "--disable-ipv6=true", "--seed-time=0",
                "--bt-stop-timeout=20", "--follow-torrent=mem", "--async-dns=false", "--no-proxy=*",
                "--file-allocation=none", "--dir=" + target.path, torrent,
            ], limitSeconds: 30)
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["image x.iso", "d"])
    func transmissionByWebSeed(path: String) throws {
        let transmission = try Tool.required("transmission-cli", package: "transmission-cli")
        let server = try WebServer(of: source)
        let seed = path == "d" ? server.address : server.address + "/{name}"
        let torrent = try make(path, "v1", ["--web-seed", seed])
        let settings = TemporaryFolder()
        settings.write(
            """
            {"bind-address-ipv4": "127.0.0.1", "bind-address-ipv6": "::1", "dht-enabled": false, "lpd-enabled": false,
             "pex-enabled": false, "utp-enabled": false, "port-forwarding-enabled": false,
             "peer-port-random-on-start": true, "rename-partial-files": true}
            """, to: "settings.json")
        // It goes on to seed when it is done: ended with the value, by its number.
        let client = try Running(
            transmission, ["--no-portmap", "--config-dir", settings.path, "--download-dir", target.path, torrent])
        try withExtendedLifetime((client, server)) {
            try Wait.until("transmission to finish", limitSeconds: 30) {
                Self.files.allSatisfy { name, size in
                    size == 0 || !(name == path || name.hasPrefix(path + "/")) || target.read(name) == source.read(name)
                }
            }
        }
    }
}
