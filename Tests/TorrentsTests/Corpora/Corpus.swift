import FoundationEssentials
import Testing

/// The torrents that real clients accept or refuse; they lie beside the repository, if at all.
enum Corpus {
    /// A torrent, and what is expected of it.
    struct Entry: Sendable, CustomTestStringConvertible {
        let path: String
        let isAccepted: Bool
        let infohashV1: String?
        let infohashV2: String?

        var testDescription: String { name }
        var name: String { path.split(separator: "/").last.map(String.init) ?? path }
        var bytes: [UInt8]? { Corpus.contents(path) }
    }

    private static let root = String(#filePath.dropLast("/Tests/TorrentsTests/Corpora/Corpus.swift".count))

    private static func contents(_ path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: "\(root)/../shared/corpora/\(path)").map { Array($0) }
    }

    /// None when the folder is not there.
    static let entries: [Entry] = {
        guard let list = contents("TORRENTS.txt") else { return [] }
        var entries: [Entry] = []
        var path: String?
        var expectation: Bool?
        for line in String(decoding: list, as: UTF8.self).split(separator: "\n") {
            if let end = line.firstRange(of: ".torrent  (") {
                path = String(line[..<end.lowerBound]) + ".torrent"
                expectation = nil
            } else if line.hasPrefix("  expect:") {
                expectation = line.contains("REJECT") ? false : line.contains("ACCEPT") ? true : nil
            } else if line.hasPrefix("  bencode="), let current = path {
                entries.append(entry(current, expectation, facts: line))
                path = nil
            }
        }
        return entries
    }()

    /// Where the origin expects nothing, libtorrent's verdict counts. The infohashes are those of the raw bytes.
    private static func entry(_ path: String, _ expectation: Bool?, facts: Substring) -> Entry {
        func value(_ key: String) -> String? {
            facts.firstRange(of: "  \(key)=").map { String(facts[$0.upperBound...].prefix { $0 != " " }) }
        }
        let kind = value("kind")
        return Entry(
            path: path, isAccepted: expectation ?? facts.contains("lt208=ACCEPT"),
            infohashV1: kind == "v2" ? nil : value("v1"), infohashV2: kind == "v1" ? nil : value("v2"))
    }
}
