import Testing
import Torrents

@Suite("Magnet links")
struct MagnetTests {
    private func parts(_ link: String) -> [String] {
        #expect(link.hasPrefix("magnet:?"))
        return link.dropFirst("magnet:?".count).split(separator: "&").map(String.init)
    }

    @Test("Each kind names the hashes it has", arguments: Kind.allCases)
    func hashes(kind: Kind) throws {
        let torrent = try Made(Recipe("a.iso", kind), [("", [UInt8](repeating: 1, count: 20_000))]).torrent
        var wanted: [String] = []
        if let hash = torrent.infohashV1 { wanted.append("xt=urn:btih:" + hash.hex) }
        if let hash = torrent.infohashV2 { wanted.append("xt=urn:btmh:1220" + hash.hex) }
        #expect(wanted.count == (kind == .hybrid ? 2 : 1))
        #expect(parts(Magnet.link(torrent)) == wanted + ["dn=a.iso", "xl=20000"])
        for part in wanted {
            let digits = part.split(separator: ":").last ?? ""
            #expect(digits.count == (part.contains("btih") ? 40 : 68))
            #expect(digits.allSatisfy { "0123456789abcdef".contains($0) })
        }
    }

    @Test("Trackers and web seeds follow in order, all of it encoded")
    func sources() throws {
        var recipe = Recipe("a b&c=é.iso", .v1)
        recipe.tiers = [["udp://a.example:1/x?y=z&w"], ["https://b.example/announce", "wss://c.example"]]
        recipe.webSeeds = ["https://d.example/a%20b.iso", "http://e.example/"]
        let torrent = try Made(recipe, [("", [1, 2, 3])]).torrent
        #expect(
            Array(parts(Magnet.link(torrent)).dropFirst()) == [
                "dn=a%20b%26c%3D%C3%A9.iso", "xl=3", "tr=udp%3A%2F%2Fa.example%3A1%2Fx%3Fy%3Dz%26w",
                "tr=https%3A%2F%2Fb.example%2Fannounce", "tr=wss%3A%2F%2Fc.example",
                "ws=https%3A%2F%2Fd.example%2Fa%2520b.iso", "ws=http%3A%2F%2Fe.example%2F",
            ])
    }

    @Test("A tracker that stands alone counts; padding does not")
    func others() throws {
        var sample = Sample.hybridMulti
        sample.outside["announce"] = .text("udp://a.example:1")
        let link = Magnet.link(try Metainfo(sample.bytes))
        #expect(parts(link).contains("xl=26384"))
        #expect(parts(link).contains("tr=udp%3A%2F%2Fa.example%3A1"))
    }

    @Test("Known links for known torrents")
    func known() throws {
        // Computed with Python's hashlib over the bytes of info.
        let v1 = Magnet.link(try Metainfo(Sample.v1Single.bytes))
        #expect(v1 == "magnet:?xt=urn:btih:252bc15e77c709abde5d78834d2692e75e16f9f5&dn=a.iso&xl=40000")
        let v2 = Magnet.link(try Metainfo(Sample.v2Single.bytes))
        #expect(
            v2
                == "magnet:?xt=urn:btmh:1220f45514fbeecefad7619e669b775b0c0f35a351079afc9a526fb0e63ceba3e374"
                + "&dn=a.iso&xl=10000"
        )
    }
}
