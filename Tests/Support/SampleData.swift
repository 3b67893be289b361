/// The data that the torrents in Fixtures/ describe. The same formula stands in Peers/fixtures.py.
package enum SampleData {
    /// Below the folder `sample`.
    package static let files: [String: [UInt8]] = [
        "a/x.bin": bytes(40_000, seed: 1), "a-b/y": bytes(16384, seed: 2), "a.txt": [],
        "\u{fc}/z": bytes(70_001, seed: 3),
    ]

    /// What `padded-hybrid.torrent` describes.
    package static let padded = bytes(20_000, seed: 4)

    private static func bytes(_ count: Int, seed: Int) -> [UInt8] {
        (0..<count).map { UInt8(($0 * $0 / 7 + $0 * seed) % 251) }
    }
}

extension Fixture {
    /// The four torrents of the sample, made by other programs.
    package static let ofSample = ["v1.torrent", "hybrid.torrent", "v2.torrent", "transmission.torrent"]

    package static let all = ofSample + ["padded-hybrid.torrent", "hostile.torrent", "odd.torrent"]
}
