import Glibc
import Testing
import Torrents

/// Whatever stands in ten million bytes, it costs no more than they do.
@Suite("Torrents without measure", .timeLimit(.minutes(5)))
struct MeasureTests {
    @Test("Faults in ten million bytes are found in little memory")
    func memory() async {
        await #expect(processExitsWith: .success) {
            for (name, problem, bytes) in hostile() {
                let before = peakMemory()
                let found: Malformation? =
                    switch Result(catching: { try Metainfo(bytes) }) {
                    case .success: nil
                    case .failure(let error): error as? Malformation
                    }
                let used = peakMemory() - before
                #expect(found?.problem == problem, "\(name)")
                #expect(used < 4 << 20, "\(name) took \(used) bytes")
            }
        }
    }

    @Test("A file tree costs what its files cost, however many they are", arguments: [false, true])
    func manyFiles(nested: Bool) throws {
        var sample = Sample.v2Multi
        let leaf = String(decoding: Sample.leaf(length: 0, root: nil).encoded, as: UTF8.self)
        let last = String(decoding: Sample.leaf(length: 1).encoded, as: UTF8.self)
        var names = (1_000_000..<1_060_000).map { "7:\($0)" + (nested ? "d1:a\(leaf)e" : leaf) }
        names.append("1:z" + last)
        sample.info["file tree"] = .raw(Array("d\(names.joined())e".utf8))
        let torrent = try Metainfo(sample.bytes)
        #expect(torrent.files.count == 60_001)
        #expect(torrent.files[59_999].path == (nested ? ["1059999", "a"] : ["1059999"]))
        #expect(torrent.pieceCount == 1)
    }

    @Test("Irregularities by the hundred thousand cost nothing")
    func manyIrregularities() throws {
        let key = String(repeating: "k", count: 40)
        let inner = String(repeating: "d40:\(key)", count: 90)
        let zeros = String(repeating: "i00e", count: 300_000)
        let text = "d1:a\(inner)l\(zeros)e" + String(repeating: "e", count: 90) + "4:infoi1ee"
        let findings = try Linter.findings(in: Array(text.utf8))
        #expect(findings.count < 30)
        #expect(findings.contains { $0.rule == .irregularNumber })
        #expect(findings.contains { $0.rule == .noInfo })
    }

    @Test("So do local paths")
    func manyLocalPaths() throws {
        var sample = Sample.v1Single.clean
        sample.outside["x"] = .list([Bencode](repeating: .text("/tmp/a"), count: 20_000))
        let findings = try Linter.findings(in: sample.bytes)
        #expect(findings.contains(Finding(.localPath, "x: /tmp/a")))
        #expect(findings.count < 30)
    }
}

private func hostile() -> [(name: String, problem: String, bytes: [UInt8])] {
    func many(_ start: String, _ part: String, _ end: String = "") -> [UInt8] {
        // A few at a time; in one piece, for the peak is what is measured later.
        let most = (10_000_000 - start.utf8.count - end.utf8.count) / part.utf8.count
        let block = Array(String(repeating: part, count: 1000).utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(10_000_000)
        bytes += start.utf8
        for _ in 0..<most / 1000 { bytes += block }
        bytes += block.prefix(most % 1000 * part.utf8.count)
        bytes += end.utf8
        return bytes
    }
    return [
        ("lists", "not a dictionary (at byte 0)", many("", "l")),
        ("dictionaries", "….a.a.a.a.a.a.a.a: nested deeper than 100 levels (at byte 400)", many("", "d1:a")),
        (
            "a giant text", "a: a text of 9223372036854775807 bytes where 9999976 are left (at byte 4)",
            many("d1:a9223372036854775807:", "x")
        ),
        ("too many numbers", "a[2999997]: more than 3000000 values (at byte 8999996)", many("d1:al", "i1e")),
        ("irregular numbers", "no \"info\" in it (at byte 0)", many("d1:al", "i00e", "ee")),
        ("no end", "a key that is not a text (at byte 1)", many("", "d")),
        ("zeros", "expected a value, found byte 0x0 (at byte 0)", many("", "\0")),
    ]
}

/// What the process has held at most so far, in bytes.
private func peakMemory() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
}
