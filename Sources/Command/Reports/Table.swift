import Publishing

/// Labels and values, one pair a line, the values in one column; an empty label continues the one above.
struct Table {
    /// Somebody reads this, on a screen.
    private static let mostValues = 1_000

    private var rows: [(label: String, value: String)] = []

    mutating func add(_ label: String, _ value: String?) {
        if let value { rows.append((label, value.printable.cut)) }
    }

    mutating func add(_ label: String, _ values: [String]) {
        for (index, value) in values.prefix(Self.mostValues).enumerated() { add(index == 0 ? label : "", value) }
        if values.count > Self.mostValues { add("", "and \(values.count - Self.mostValues) more; --json has all") }
    }

    var text: String {
        let width = rows.map(\.label.count).max() ?? 0
        return rows.map { row in
            "  " + row.label + String(repeating: " ", count: width - row.label.count + 2) + row.value + "\n"
        }.joined()
    }
}

extension String {
    /// A hostile torrent has room for a comment of nine million letters.
    fileprivate var cut: String {
        let longest = 10_000
        return utf8.count <= longest ? self : String(prefix(longest / 4)) + "… (\(utf8.count) bytes)"
    }
}
