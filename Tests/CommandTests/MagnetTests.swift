import Command
import Support
import Testing

@Suite struct MagnetTests {
    /// The infohashes are those that libtorrent and Transmission print.
    @Test(arguments: [
        ("v1.torrent", "xt=urn:btih:4abec7ee77605e821ba8a447a8c8704d2481c3a2"),
        (
            "hybrid.torrent",
            "xt=urn:btih:e5771658cf4e9c0439e19a41acd7de7f6714642f"
                + "&xt=urn:btmh:1220d42eb2a10903f28567da71651a1f227869ee092acc5d5e8e024914b01d9ba92a"
        ),
        ("v2.torrent", "xt=urn:btmh:12202b1c7f6f13032b82a215fdb217adb4c379e6ceb52a78517605776b7a518f839f"),
    ])
    func ofWhatLibtorrentMade(fixture: String, topics: String) throws {
        let stage = try FrameStage(files: [fixture: Fixture.bytes(fixture)])
        let trackers = "&tr=udp%3A%2F%2Ftracker.example%3A6969%2Fannounce&tr=https%3A%2F%2Fother.example%2Fannounce"
        let link = "magnet:?\(topics)&dn=sample&xl=126385\(trackers)\n"
        #expect(stage.run(["magnet", fixture]) == .init(exit: 0, out: link, err: ""))
    }

    @Test func everyValueIsEncoded() throws {
        let stage = try FrameStage(files: ["a&b=c #1 ü.iso": payload(5)])
        let made = stage.run([
            "make", "a&b=c #1 ü.iso", "-q", "-o", "t", "--web-seed", "https://a.example/?x=1&y={name}",
        ])
        #expect(made.exit == 0)
        let link = stage.run(["magnet", "t"]).out
        let parts = link.dropFirst("magnet:?".count).split(separator: "&")
        #expect(parts.count == 4)
        #expect(parts[1] == "dn=a%26b%3Dc%20%231%20%C3%BC.iso")
        #expect(parts[2] == "xl=5")
        let name = "a%2526b%253Dc%2520%25231%2520%25C3%25BC.iso"
        #expect(parts[3] == "ws=https%3A%2F%2Fa.example%2F%3Fx%3D1%26y%3D\(name)\n")
    }

    /// As in `freshet make --output - x | freshet magnet -`, and the same link that `make` prints.
    @Test func behindMake() throws {
        let stage = try FrameStage(files: ["x": payload(5)])
        let made = stage.run(["make", "x", "--kind", "hybrid", "-q"])
        let piped = try FrameStage(input: stage.bytes("x.torrent") ?? [])
        let link = piped.run(["magnet", "-"]).out
        #expect(link.hasPrefix("magnet:?xt=urn:btih:"))
        #expect(made.out.contains("  magnet       " + link))
    }
}
