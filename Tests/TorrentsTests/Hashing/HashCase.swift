import Crypto
import Support
import Testing
import Torrents

/// Files, pieces and a way to hash them, all of them random.
struct HashCase: Sendable, CustomStringConvertible {
    let files: [PayloadFile]
    /// By file; padding and links have none.
    let contents: [[UInt8]?]
    let pieceLength: Int
    let kind: Kind
    let digestsFiles: Bool
    let width: Lanes.Width?
    let lanes: Lanes
    let jobs: Int

    var description: String {
        let lengths = files.map { ($0.isPadding ? "p" : $0.isSymlink ? "l" : "") + "\($0.length)" }
        return "\(kind), pieces of \(pieceLength), \(lengths.joined(separator: " ")), \(jobs) jobs"
            + (digestsFiles ? ", digests" : "") + ", \(width?.rawValue ?? (lanes.width == 1 ? "one lane" : "lanes"))"
    }

    init(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var content = Content(seed: seed)
        kind = Kind.allCases.randomElement(using: &generator) ?? .v1
        let powers = [16384, 32768, 65536, 262_144]
        pieceLength =
            (kind == .v1 ? powers + [50, 7, 16383, 100_001, 16448] : powers).randomElement(using: &generator) ?? 16384
        digestsFiles = Bool.random(using: &generator)
        jobs = Int.random(in: 1...4, using: &generator)
        let widths: [Lanes.Width?] = [nil, nil] + Lanes.Width.allCases.filter { Lanes.only($0) != nil }
        width = widths.randomElement(using: &generator) ?? nil
        lanes = width.flatMap(Lanes.only) ?? (Bool.random(using: &generator) ? .fastest : .off)

        var files: [PayloadFile] = []
        var contents: [[UInt8]?] = []
        let count = Int.random(in: 0...12, using: &generator)
        // The long way is slow with very small pieces: few bytes are enough for them.
        let most = pieceLength < 1000 ? 3000 : 300_000
        let big = most > 3000 && Int.random(in: 0..<4, using: &generator) == 0 ? count / 2 : -1
        for index in 0..<count {
            let length = index == big ? 5_000_000 : Self.length(pieceLength, most, &generator)
            files.append(PayloadFile(path: ["f\(index)"], length: Int64(length)))
            contents.append(content.bytes(length))
            if let extra = Self.extra(behind: length, pieceLength, kind, &generator) {
                files.append(extra)
                contents.append(nil)
            }
        }
        self.files = files
        self.contents = contents
    }

    /// Short of, at and behind every boundary, or anything.
    private static func length(_ pieceLength: Int, _ most: Int, _ generator: inout SeededGenerator) -> Int {
        let edges = [0, 1, min(most, 16384), pieceLength, 2 * pieceLength, 3 * pieceLength]
        let edge = edges.randomElement(using: &generator) ?? 0
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: return max(0, edge + Int.random(in: -1...1, using: &generator))
        case 1: return Int.random(in: 0...most / 15, using: &generator)
        default: return Int.random(in: 0...most, using: &generator)
        }
    }

    /// Padding where a hybrid needs it, anywhere in v1; now and then a link.
    private static func extra(
        behind length: Int, _ pieceLength: Int, _ kind: Kind, _ generator: inout SeededGenerator
    ) -> PayloadFile? {
        if Int.random(in: 0..<8, using: &generator) == 0, kind != .hybrid {
            return PayloadFile(path: ["link"], length: 0, attributes: .symlink)
        }
        let padding =
            switch kind {
            case .hybrid: (pieceLength - length % pieceLength) % pieceLength
            case .v1: Bool.random(using: &generator) ? 0 : Int.random(in: 0...3 * pieceLength, using: &generator)
            case .v2: 0
            }
        return padding == 0 ? nil : PayloadFile(path: [".pad"], length: Int64(padding), attributes: .padding)
    }
}

extension HashCase {
    var layout: Layout { Layout(files: files, pieceLength: Int64(pieceLength), aligned: kind == .v2) }

    func plan() -> HashPlan {
        HashPlan(layout: layout, kind: kind, digestsFiles: digestsFiles, lanes: lanes, jobs: jobs)
    }

    /// All bytes one behind another, padding and alignment included.
    var stream: [UInt8] {
        var stream: [UInt8] = []
        for (file, content) in zip(files, contents) {
            if kind == .v2, file.length > 0 {
                stream += [UInt8](repeating: 0, count: (pieceLength - stream.count % pieceLength) % pieceLength)
            }
            stream += content ?? [UInt8](repeating: 0, count: Int(file.length))
        }
        return stream
    }

    var digests: [Int: [UInt8]] {
        guard digestsFiles else { return [:] }
        var digests: [Int: [UInt8]] = [:]
        for (index, content) in contents.enumerated() {
            if let content, !content.isEmpty { digests[index] = Hasher.digest(.sha256, of: content) }
        }
        return digests
    }
}
