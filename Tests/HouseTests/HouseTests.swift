import Testing

@Suite("The house")
struct HouseTests {
    @Test("Every Swift target is strict")
    func strictness() throws {
        let manifest = Manifest(try #require(Repository.text("Package.swift")))
        #expect(manifest.targets.count > 5)
        #expect(manifest.lenient == [])

        let lenient = """
            .systemLibrary(name: "CA", path: "Sources/Libraries/CA", providers: [.apt(["liba-dev"])]),
            .target(name: "A", dependencies: ["CA"], swiftSettings: strict),
            .target(name: "B", dependencies: [.target(name: "A")]),  // swiftSettings: strict
            .testTarget(name: "BTests", dependencies: ["B"], swiftSettings: [.unsafeFlags(["-O"])]),
            """
        #expect(Manifest(lenient).lenient == ["B", "BTests"])
    }

    @Test("Every import of a room is a declared dependency")
    func dependencies() throws {
        let manifest = Manifest(try #require(Repository.text("Package.swift")))
        #expect(manifest.undeclared(in: Repository.sources) == [])

        let sample = Manifest(
            """
            .target(name: "A", swiftSettings: strict),
            .target(name: "B", dependencies: ["A"], swiftSettings: strict),
            .testTarget(name: "BTests", dependencies: ["B"], swiftSettings: strict),
            """
        )
        let source = Source("Tests/BTests/T.swift", "internal import A\nimport B\nimport Testing\n")
        #expect(sample.undeclared(in: [source]) == ["BTests imports A"])
    }

    @Test("Every folder under Sources is a target")
    func targets() throws {
        let manifest = Manifest(try #require(Repository.text("Package.swift")))
        let paths = Set(manifest.targets.map(\.path))
        #expect(rooms.filter { !paths.contains($0) } == [])
    }

    @Test("Every folder under Sources is mentioned in ARCHITECTURE.md")
    func architecture() throws {
        let text = try #require(Repository.text("ARCHITECTURE.md"), "ARCHITECTURE.md is not there")
        let names = rooms.compactMap { $0.split(separator: "/").last.map(String.init) }
        #expect(!names.isEmpty)
        #expect(Descriptions.unmentioned(names, in: text) == [])

        let sample = "First comes `Files/`, then Sources/Torrents/Bencode/; Crypto stands alone, `CCrypto` does not."
        let asked = ["Files", "Torrents", "Crypto", "CCrypto"]
        #expect(Descriptions.unmentioned(asked, in: sample) == ["Crypto"])
    }

    @Test("Every fixture is described, and every described fixture is there")
    func fixtures() throws {
        let files = Repository.files(under: "Fixtures").map { String($0.dropFirst("Fixtures/".count)) }
        let readme = try #require(Repository.text("Fixtures/README.md"), "Fixtures/README.md is not there")
        #expect(Descriptions.undescribed(files, in: readme) == [])
        #expect(Descriptions.missing(files, in: readme) == [])

        let sample = "- `a.torrent`: a\n- `odd/b.torrent`: b\n- `gone.torrent`: was here, with `c.torrent`\n"
        let there = ["README.md", "a.torrent", "odd/b.torrent", "odd/d.torrent"]
        #expect(Descriptions.undescribed(there, in: sample) == ["odd/d.torrent"])
        #expect(Descriptions.missing(there, in: sample) == ["gone.torrent"])
    }

    private var rooms: [String] {
        Repository.folders(in: "Sources").filter { $0 != "Libraries" }.map { "Sources/\($0)" }
            + Repository.folders(in: "Sources/Libraries").map { "Sources/Libraries/\($0)" }
    }
}
