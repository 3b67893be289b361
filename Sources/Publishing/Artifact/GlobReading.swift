/// Reads a pattern from left to right into letters and signs.
struct GlobReading {
    /// Longer than any key that a bucket takes.
    static let mostScalars = 1024

    enum Sign: Equatable {
        case letter(Unicode.Scalar)
        case anyLetter
        case set(ScalarSet)
        case anyInSegment
        case anything
        case slash
        case open
        case comma
        case close
    }

    private let pattern: String
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var signs: [Sign] = []
    private var openBrace: Int?

    init(_ pattern: String) {
        self.pattern = pattern
        scalars = Array(pattern.unicodeScalars.prefix(Self.mostScalars + 1))
    }

    mutating func read() throws(GlobError) -> (excludes: Bool, steps: [Glob.Step]) {
        guard scalars.count <= Self.mostScalars else {
            throw refusal(.tooLong(limit: Self.mostScalars), at: Self.mostScalars)
        }
        let excludes = take("!")
        let start = position
        while position < scalars.count { signs.append(try sign()) }
        if let openBrace { throw refusal(.unclosedBrace, at: openBrace) }
        guard signs.contains(where: { $0 != .slash }) else { throw refusal(.empty, at: start) }
        return (excludes, GlobLaying.steps(for: signs))
    }

    private mutating func sign() throws(GlobError) -> Sign {
        let start = position
        let scalar = scalars[position]
        position += 1
        switch scalar {
        case "*": return try stars(from: start)
        case "?": return .anyLetter
        case "[": return .set(try set(from: start))
        case "/":
            if openBrace != nil { throw refusal(.slash(within: "{}"), at: start) }
            return .slash
        case "{":
            if openBrace != nil { throw refusal(.nestedBrace, at: start) }
            openBrace = start
            return .open
        case "}":
            if openBrace == nil { throw refusal(.strayBrace, at: start) }
            openBrace = nil
            return .close
        case ",": return openBrace == nil ? .letter(scalar) : .comma
        case "\\":
            // An escaped slash is no other slash than a plain one.
            position -= 1
            let letter = try letter()
            if letter == "/" && openBrace != nil { throw refusal(.slash(within: "{}"), at: start) }
            return letter == "/" ? .slash : .letter(letter)
        default: return .letter(scalar)
        }
    }

    private mutating func stars(from start: Int) throws(GlobError) -> Sign {
        while take("*") {}
        switch position - start {
        case 1: return .anyInSegment
        case 2: return .anything
        default: throw refusal(.tooManyStars, at: start)
        }
    }

    private mutating func set(from start: Int) throws(GlobError) -> ScalarSet {
        var set = ScalarSet()
        set.isNegated = take("!") || take("^")
        let first = position
        while true {
            guard position < scalars.count else { throw refusal(.unclosedSet, at: start) }
            // A "]" that comes first is a letter: there are no empty sets.
            if position > first && take("]") { return set }
            if scalars[position] == "[", let mark = scalar(after: 1), [":", ".", "="].contains(mark) {
                throw refusal(.characterClass, at: position)
            }
            let lowerStart = position
            let lower = try setLetter()
            if scalar(after: 0) == "-", let end = scalar(after: 1), end != "]" {
                position += 1
                let upper = try setLetter()
                guard lower <= upper else { throw refusal(.reversedRange, at: lowerStart) }
                set.ranges.append(lower...upper)
            } else {
                set.ranges.append(lower...lower)
            }
        }
    }

    private mutating func setLetter() throws(GlobError) -> Unicode.Scalar {
        let start = position
        let letter = try letter()
        if letter == "/" { throw refusal(.slash(within: "[]"), at: start) }
        return letter
    }

    /// The next letter, or the one behind a backslash. There is one, or the caller would not ask.
    private mutating func letter() throws(GlobError) -> Unicode.Scalar {
        if take("\\") && position == scalars.count { throw refusal(.danglingEscape, at: position - 1) }
        position += 1
        return scalars[position - 1]
    }

    private func scalar(after count: Int) -> Unicode.Scalar? {
        position + count < scalars.count ? scalars[position + count] : nil
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard position < scalars.count, scalars[position] == scalar else { return false }
        position += 1
        return true
    }

    private func refusal(_ fault: GlobError.Fault, at index: Int) -> GlobError {
        GlobError(pattern: pattern, column: index + 1, fault: fault)
    }
}
