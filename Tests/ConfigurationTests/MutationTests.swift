import Configuration
import Publishing
import Support
import Testing

/// Whatever the bytes are, they are settings or an error with a place in the file.
@Suite("Mutated files", .timeLimit(.minutes(5)))
struct MutationTests {
    private static let pieces = [
        "*", "&a ", "*a", "!", "!!str ", "[", "]", "{", "}", ": ", "- ", "\n", "\n  ", "\t", "#", " #", "'", "\"",
        "|\n", ">\n",
        "---\n", "...\n", "<<: ", "? ", "%YAML 1.2\n", "\\", "\u{feff}", "\0", "é", "~", "true", ",", "public:", "\r\n",
        "\u{85}",
    ]

    private static func mutated(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let place = Int.random(in: 0...bytes.count, using: &random)
            let end = min(bytes.count, place + Int.random(in: 0...12, using: &random))
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes.replaceSubrange(place..<end, with: [])
            case 1: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
            case 2: bytes.insert(contentsOf: (pieces.randomElement(using: &random) ?? "").utf8, at: place)
            case 3: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
            default: bytes.replaceSubrange(place..<end, with: (pieces.randomElement(using: &random) ?? "").utf8)
            }
        }
        return bytes
    }

    @Test("Settings, or an error that can be shown", arguments: 1...4 as ClosedRange<UInt64>)
    func mutations(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let whole = Array(SettingsTests.example.utf8)
        var refused = 0
        let rounds = 2500
        for _ in 0..<rounds {
            let bytes = Self.mutated(whole, &random)
            guard let error = Reading.error(bytes) else { continue }
            refused += 1
            guard case .mark(let mark) = error.place else {
                Issue.record("\(error) has no place: \(bytes)")
                continue
            }
            // Every byte may begin a line or be a column, and an error may stand behind the last.
            let isWithin = (1...(bytes.count + 2)).contains(mark.line) && (1...(bytes.count + 2)).contains(mark.column)
            #expect(isWithin, "\(mark): \(bytes)")
            #expect(error.problem.utf8.count < 600 && !error.problem.isEmpty, "\(bytes)")
        }
        // Some mutations do no harm, and most do.
        #expect(refused > rounds / 3 && refused < rounds)
    }

    @Test("A file cut anywhere")
    func cuts() {
        let whole = Array(SettingsTests.example.utf8)
        for count in 0..<whole.count { _ = Reading.error(Array(whole[..<count])) }
    }
}
