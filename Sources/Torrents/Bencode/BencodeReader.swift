/// Reads bencoded bytes from front to back, each byte once, holding nothing but the place where it is.
///
/// The caller says what it expects next; anything else is a `Malformation` that names the key and the byte.
/// What is readable but not as it should be (keys out of order, leading zeros) is remembered, not thrown:
/// whether it matters depends on where it stands.
package struct BencodeReader {
    package let bytes: [UInt8]
    package private(set) var position = 0
    package private(set) var irregularities: [Malformation] = []

    private var rulesMet: Set<Rule> = []
    private var steps: [Step] = []
    private var tokens = 0

    private enum Step {
        /// In a dictionary, before its first key.
        case inside
        case key(Range<Int>)
        case index(Int)
    }

    package enum Kind {
        case integer, text, list, dictionary
    }

    package init(_ bytes: [UInt8]) throws(Malformation) {
        self.bytes = bytes
        guard bytes.count <= Limits.bytes else {
            throw Malformation(
                rule: .tooLarge, path: "", byte: 0,
                fault: "\(bytes.count) bytes, more than the \(Limits.bytes) that clients read")
        }
    }

    /// The text of a place that a reading gave.
    package func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    package func malformed(_ rule: Rule, _ problem: String, at byte: Int? = nil) -> Malformation {
        Malformation(rule: rule, path: place, byte: byte ?? position, fault: problem)
    }

    /// The first of each rule is never lost among many others. Others are not even worded: there may be millions.
    package mutating func remember(_ rule: Rule, _ fault: String, at byte: Int? = nil) {
        guard rulesMet.insert(rule).inserted || irregularities.count < Limits.irregularities else { return }
        irregularities.append(malformed(rule, fault, at: byte))
    }

    /// What comes next.
    package func next() throws(Malformation) -> Kind {
        guard position < bytes.count else { throw malformed(.notBencoded, "the file ends in the middle") }
        switch bytes[position] {
        case UInt8(ascii: "i"): return .integer
        case UInt8(ascii: "l"): return .list
        case UInt8(ascii: "d"): return .dictionary
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return .text
        case let byte: throw malformed(.notBencoded, "expected a value, found \(Self.shown(byte))")
        }
    }

    package mutating func integer() throws(Malformation) -> Int64 {
        try expect(.integer, "a whole number")
        try count()
        let start = position
        position += 1
        let negative = position < bytes.count && bytes[position] == UInt8(ascii: "-")
        if negative { position += 1 }
        let value = try digits(until: UInt8(ascii: "e"), negative: negative, start)
        if negative && value == 0 { remember(.irregularNumber, "minus zero", at: start) }
        return value
    }

    /// The place of a text's bytes.
    package mutating func string() throws(Malformation) -> Range<Int> {
        try expect(.text, "a text")
        try count()
        let start = position
        let length = try digits(until: UInt8(ascii: ":"), negative: false, start)
        guard length <= Int64(bytes.count - position) else {
            throw malformed(
                .notBencoded, "a text of \(length) bytes where \(bytes.count - position) are left", at: start)
        }
        defer { position += Int(length) }
        return position..<position + Int(length)
    }

    /// A text that is kept.
    package mutating func shortText() throws(Malformation) -> String {
        let range = try string()
        guard range.count <= Limits.text else {
            throw malformed(
                .tooLarge, "a text of \(range.count) bytes, more than \(Limits.text)", at: range.lowerBound)
        }
        return text(range)
    }

    package mutating func list(
        _ element: (inout BencodeReader) throws(Malformation) -> Void
    ) throws(Malformation) {
        try expect(.list, "a list")
        try open(.index(0))
        while try !closes() {
            try element(&self)
            if case .index(let index) = steps.last { steps[steps.count - 1] = .index(index + 1) }
        }
        steps.removeLast()
    }

    /// `value` reads the value that belongs to the key, or skips it.
    package mutating func dictionary(
        _ value: (inout BencodeReader, Range<Int>) throws(Malformation) -> Void
    ) throws(Malformation) {
        try expect(.dictionary, "a dictionary")
        try open(.inside)
        var order = KeyOrder()
        while try !closes() {
            guard try next() == .text else { throw malformed(.notBencoded, "a key that is not a text") }
            let start = position
            let key = try string()
            steps[steps.count - 1] = .key(key)
            if let problem = order.add(key, in: bytes) {
                if problem == .tooManyKeys { throw malformed(problem, "too many keys out of order", at: start) }
                remember(
                    problem, problem == .duplicateKeys ? "the key stands twice" : "keys out of order", at: start)
            }
            try value(&self, key)
        }
        steps.removeLast()
    }

    package mutating func skip() throws(Malformation) {
        switch try next() {
        case .integer: _ = try integer()
        case .text: _ = try string()
        case .list: try list { reader throws(Malformation) in try reader.skip() }
        case .dictionary: try dictionary { reader, _ throws(Malformation) in try reader.skip() }
        }
    }

    /// To be called behind the root: a final line break is let pass, with a remark; anything else is not.
    package mutating func end() throws(Malformation) {
        guard position < bytes.count else { return }
        let count = bytes.count - position
        let rest = count == 1 ? "1 byte" : "\(count) bytes"
        let breaks = bytes[position...].allSatisfy { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        guard breaks && count <= 2 else { throw malformed(.trailingData, "\(rest) behind the end of the torrent") }
        remember(.trailingNewline, "a line break behind the end of the torrent")
    }
}

extension BencodeReader {
    private mutating func expect(_ kind: Kind, _ name: String) throws(Malformation) {
        let found = try next()
        guard found == kind else {
            throw malformed(.wrongType, "expected \(name), found \(Self.shown(bytes[position]))")
        }
    }

    private mutating func count() throws(Malformation) {
        tokens += 1
        guard tokens <= Limits.tokens else {
            throw malformed(.tooLarge, "more than \(Limits.tokens) values")
        }
    }

    private mutating func open(_ step: Step) throws(Malformation) {
        try count()
        guard steps.count < Limits.depth else {
            throw malformed(.tooDeep, "nested deeper than \(Limits.depth) levels")
        }
        position += 1
        steps.append(step)
    }

    /// Whether the list or dictionary ends here; steps over its end.
    private mutating func closes() throws(Malformation) -> Bool {
        guard position < bytes.count else { throw malformed(.notBencoded, "the file ends in the middle") }
        guard bytes[position] == UInt8(ascii: "e") else { return false }
        position += 1
        return true
    }

    private mutating func digits(until end: UInt8, negative: Bool, _ start: Int) throws(Malformation) -> Int64 {
        let first = position
        var value: Int64 = 0
        while position < bytes.count, case let digit = bytes[position] &- UInt8(ascii: "0"), digit <= 9 {
            let (tens, over) = value.multipliedReportingOverflow(by: 10)
            let (sum, beyond) =
                negative ? tens.subtractingReportingOverflow(Int64(digit)) : tens.addingReportingOverflow(Int64(digit))
            guard !over && !beyond else { throw malformed(.notBencoded, "a number beyond 64 bits", at: start) }
            value = sum
            position += 1
        }
        guard position < bytes.count else { throw malformed(.notBencoded, "the file ends in the middle of a number") }
        guard position > first, bytes[position] == end else {
            throw malformed(.notBencoded, "a number interrupted by \(Self.shown(bytes[position]))")
        }
        if position - first > 1 && bytes[first] == UInt8(ascii: "0") {
            remember(.irregularNumber, "a number with leading zeros", at: start)
        }
        position += 1
        return value
    }

    /// Who nests a hundred levels gets the last of them: somebody reads this.
    private var place: String {
        let shown = steps.suffix(8)
        var path = shown.count < steps.count ? "…" : ""
        for step in shown {
            switch step {
            case .key(let range):
                path += (path.isEmpty ? "" : ".") + text(range.prefix(40))
            case .index(let index):
                path += "[\(index)]"
            case .inside:
                break
            }
        }
        return path
    }

    private static func shown(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "i"): "a number"
        case UInt8(ascii: "l"): "a list"
        case UInt8(ascii: "d"): "a dictionary"
        case UInt8(ascii: "0")...UInt8(ascii: "9"): "a text"
        case 0x21...0x7e: "\"\(Character(UnicodeScalar(byte)))\""
        default: "byte 0x" + String(byte, radix: 16)
        }
    }
}
