/// What was asked of a verb, checked against what it declares.
package struct Arguments: Sendable {
    /// One flag as it was given; the value is nil for a switch.
    package struct Occurrence: Sendable, Equatable {
        package let flag: String
        package let value: String?
    }

    /// In the order in which they were written, for flags whose order among each other matters.
    package internal(set) var occurrences: [Occurrence] = []
    package internal(set) var operands: [String] = []

    package func has(_ flag: String) -> Bool {
        occurrences.contains { $0.flag == flag }
    }

    package func value(_ flag: String) -> String? {
        occurrences.last { $0.flag == flag }?.value
    }

    package func values(_ flag: String) -> [String] {
        occurrences.filter { $0.flag == flag }.compactMap(\.value)
    }
}
