import Foundation
import Support
import Testing

/// Torrents made here are opened by the programs that people have.
@Suite struct OpeningTests {
    private let folder = TemporaryFolder()
    private let flags = [
        "--tracker", "udp://tracker.example:6969/announce", "--tier", "http://a.example/,https://b.example/x y",
        "--comment", "Grüße, {name}", "--date", "@1700000000", "--piece-size", "32KiB", "-q",
    ]

    init() {
        var generator = SeededGenerator(seed: 31)
        folder.write(generator.bytes(100_000), to: "image x.iso")
        folder.write(generator.bytes(70_000), to: "d/a/x")
        folder.write(generator.bytes(16384), to: "d/a-b")
        folder.write("", to: "d/a.txt")
        folder.write(generator.bytes(5), to: "d/ü.bin")
    }

    private struct Told: Decodable {
        struct File: Decodable {
            let path: String
            let size: Int
        }

        let name: String
        let pieceSize: Int
        let infohashV1: String?
        let infohashV2: String?
        let files: [File]
    }

    /// Makes a torrent; returns what `show` says of it.
    private func made(_ path: String, _ kind: String, _ more: String...) throws -> Told {
        let seed = path == "d" ? "https://c.example/all/" : "https://c.example/{name}"
        try Freshet.done(
            ["make", path, "--kind", kind, "--output", "t.torrent", "--web-seed", seed] + flags + more, in: folder)
        let shown = try Freshet.done(["show", "--json", "t.torrent"], in: folder)
        return try JSONDecoder().decode(Told.self, from: Data(shown.output))
    }

    @Test(arguments: ["image x.iso", "d"])
    func transmissionShow(path: String) throws {
        let show = try Tool.required("transmission-show", package: "transmission-cli")
        let told = try made(path, "v1")
        let outcome = try Tool.run(show, ["t.torrent"], in: folder.path)
        #expect(outcome.exit == 0, "\(outcome.errors)")
        #expect(outcome.text.contains("Hash: \(try #require(told.infohashV1))\n"))
        #expect(outcome.text.contains("Name: \(path)\n"))
        #expect(outcome.text.contains("Comment: Grüße, \(path)\n"))
        #expect(outcome.text.contains("Piece Size: 32.00 KiB\n"))
        #expect(outcome.text.contains("udp://tracker.example:6969/announce"))
        #expect(outcome.text.contains("https://b.example/x%20y"))
        #expect(outcome.text.contains(path == "d" ? "https://c.example/all/\n" : "https://c.example/image%20x.iso\n"))
        for file in told.files {
            #expect(outcome.text.contains(path == "d" ? "d/\(file.path) (" : "\(file.path) ("))
        }
        #expect(try made(path, "v1", "--private", "--force").infohashV1 != told.infohashV1)
        #expect(try Tool.run(show, ["t.torrent"], in: folder.path).text.contains("Private torrent"))
    }

    @Test(arguments: ["image x.iso", "d"], ["v1", "hybrid"])
    func aria2(path: String, kind: String) throws {
        let aria2 = try Tool.required("aria2c", package: "aria2")
        let told = try made(path, kind)
        let outcome = try Tool.run(aria2, ["--no-conf", "-S", "t.torrent"], in: folder.path)
        #expect(outcome.exit == 0, "\(outcome.errors)")
        // Of a hybrid, aria2 1.36 computes another infohash whoever made it: it loses the empty keys of the tree.
        let infohash = try #require(told.infohashV1)
        #expect(outcome.text.contains("Info Hash: \(infohash)\n") == (kind == "v1"))
        #expect(outcome.text.contains("Name: \(path)\n"))
        #expect(outcome.text.contains("Piece Length: 32KiB\n"))
        #expect(outcome.text.contains("Mode: multi\n") == (path == "d"))
        for file in told.files { #expect(outcome.text.contains(file.path)) }
    }

    @Test(arguments: ["image x.iso", "d"], ["v1", "hybrid", "v2"])
    func libtorrent(path: String, kind: String) throws {
        struct Read: Decodable {
            let name: String
            let v1: String?
            let v2: String?
            let pieceLength: Int
            let comment: String
            let isPrivate: Bool
            let date: Int
            let webSeeds: [String]
        }

        let told = try made(path, kind)
        let outcome = try Tool.run(Python.withLibtorrent(), [Peer.path("open.py"), "t.torrent"], in: folder.path)
        try #require(outcome.exit == 0, "\(outcome.errors)")
        let read = try JSONDecoder().decode(Read.self, from: Data(outcome.output))
        #expect(read.name == path && read.comment == "Grüße, \(path)" && read.date == 1_700_000_000)
        #expect(read.v1 == told.infohashV1 && read.v2 == told.infohashV2)
        #expect(read.pieceLength == 32768 && !read.isPrivate)
        // Of a single v2 file that ends inside a piece, libtorrent 2.0.8 makes two in its mind, and adds a slash.
        let seeds = read.webSeeds.map { kind == "v2" && $0.hasSuffix(".iso/") ? String($0.dropLast()) : $0 }
        #expect(seeds == [path == "d" ? "https://c.example/all/" : "https://c.example/image%20x.iso"])
        let json = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any])
        let files = try #require(json["files"] as? [[Any]])
        #expect(files.map { $0[0] as? String } == told.files.map { path == "d" ? "d/\($0.path)" : $0.path })
        #expect(files.map { $0[1] as? Int } == told.files.map(\.size))
        let trackers = try #require(json["trackers"] as? [[Any]])
        #expect(trackers.map { $0[0] as? Int } == [0, 1, 1])
        #expect(trackers.first?[1] as? String == "udp://tracker.example:6969/announce")
        // Within a tier, clients ask in any order.
        #expect(Set(trackers.dropFirst().map { $0[1] as? String }) == ["http://a.example/", "https://b.example/x%20y"])
    }
}
