import Publishing

/// Labels and values, one pair a line, the values in one column; an empty label continues the one above.
struct Table {
    private var rows: [(label: String, value: String)] = []

    mutating func add(_ label: String, _ value: String?) {
        if let value { rows.append((label, value.printable)) }
    }

    mutating func add(_ label: String, _ values: [String]) {
        for (index, value) in values.enumerated() { add(index == 0 ? label : "", value) }
    }

    var text: String {
        let width = rows.map(\.label.count).max() ?? 0
        return rows.map { row in
            "  " + row.label + String(repeating: " ", count: width - row.label.count + 2) + row.value + "\n"
        }.joined()
    }
}
