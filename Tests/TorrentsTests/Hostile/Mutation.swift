import Support

/// Damages a file the way that transfers, editors and enemies do.
struct Mutation {
    private var generator: SeededGenerator
    private let others: [[UInt8]]

    /// `others`: where parts are taken from.
    init(seed: UInt64, others: [[UInt8]]) {
        generator = SeededGenerator(seed: seed)
        self.others = others
    }

    private static let tokens = [
        "d", "l", "e", "i", ":", "-", "0", "i0e", "i-1e", "i-0e", "i00e", "i9223372036854775807e", "i281474976710655e",
        "0:", "1:a", "2:..", "1:/", "1:.", "99999999999999999999:", "9999999:", "de", "le", "4:info", "6:length",
        "5:files",
        "4:path", "4:name", "4:attr1:p", "4:attr1:l", "12:piece length", "6:pieces", "9:file tree", "11:pieces root",
        "12:meta versioni2e", "12:piece layers", "8:url-list", "13:announce-list", "\n", "\0",
    ].map { Array($0.utf8) }

    private static let numbers = [
        "0", "1", "-1", "2", "3", "16384", "16383", "32768", "536854528", "536854529", "281474976710655",
        "281474976710656", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "007",
    ].map { Array($0.utf8) }

    mutating func next() -> [UInt8] {
        var bytes = others.randomElement(using: &generator) ?? []
        // Little damage is read more often, and gets further.
        let count = Bool.random(using: &generator) ? 1 : Int.random(in: 2...4, using: &generator)
        for _ in 0..<count { mutate(&bytes) }
        return bytes
    }

    private mutating func mutate(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        let part = place..<min(bytes.count, place + Int.random(in: 1...40, using: &generator))
        switch Int.random(in: 0..<9, using: &generator) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 1: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 2: bytes.removeSubrange(part)
        case 3: bytes.insert(contentsOf: bytes[part], at: place)
        case 4: bytes.removeSubrange(place...)
        case 5: bytes.insert(contentsOf: Self.tokens.randomElement(using: &generator) ?? [], at: place)
        case 6: bytes.replaceSubrange(part, with: Self.tokens.randomElement(using: &generator) ?? [])
        case 7: changeNumber(&bytes, behind: place)
        default:
            let other = others.randomElement(using: &generator) ?? []
            bytes.replaceSubrange(place..., with: other.suffix(Int.random(in: 0...other.count, using: &generator)))
        }
    }

    /// The next digits become another number.
    private mutating func changeNumber(_ bytes: inout [UInt8], behind place: Int) {
        func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        guard let start = bytes[place...].firstIndex(where: isDigit) else { return }
        let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
        bytes.replaceSubrange(start..<end, with: Self.numbers.randomElement(using: &generator) ?? [])
    }
}
