/// The words of a command line that are not flags: how many a verb takes, and what they stand for.
package struct Operands: Sendable {
    /// As help shows them: `TORRENT [DATA]`, `PATH…`.
    package let usage: String
    package let count: ClosedRange<Int>
    package let values: Values

    package init(_ usage: String, _ count: ClosedRange<Int>, _ values: Values = .files) {
        self.usage = usage
        self.count = count
        self.values = values
    }

    package init(_ usage: String, _ count: PartialRangeFrom<Int>, _ values: Values = .files) {
        self.init(usage, count.lowerBound...Int.max, values)
    }

    package static let none = Operands("", 0...0, .anything)

    /// What the operand at `index` is called, such as `TORRENT`.
    func name(at index: Int) -> String {
        let names = usage.split(separator: " ")
        return names.isEmpty ? "" : String(names[min(index, names.count - 1)])
    }
}
