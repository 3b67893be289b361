/// A flag of a verb: `--name`, or `--name VALUE`.
package struct Flag: Sendable {
    package let name: String
    package let short: Character?
    /// Stands for the value in help and errors, such as `URL`; nil for a switch.
    package let placeholder: String?
    package let values: Values
    package let isRepeatable: Bool
    package let help: String

    /// A switch.
    package init(_ name: String, short: Character? = nil, help: String) {
        self.name = name
        self.short = short
        self.placeholder = nil
        self.values = .anything
        self.isRepeatable = false
        self.help = help
    }

    /// A flag with a value.
    package init(
        _ name: String,
        short: Character? = nil,
        takes placeholder: String,
        _ values: Values = .anything,
        repeatable: Bool = false,
        help: String
    ) {
        self.name = name
        self.short = short
        self.placeholder = placeholder
        self.values = values
        self.isRepeatable = repeatable
        self.help = help
    }

    /// What may be typed for it: `--quiet`, `-q`.
    var spellings: [String] {
        ["--\(name)"] + (short.map { ["-\($0)"] } ?? [])
    }

    /// How help and errors write it: `--tracker URL`.
    var usage: String {
        placeholder.map { "--\(name) \($0)" } ?? "--\(name)"
    }
}

extension Flag {
    /// For verbs that report: they say so by listing it among their flags.
    package static let json = Flag("json", help: "print the result as JSON")

    /// What every verb understands.
    static let everywhere = [
        Flag("quiet", short: "q", help: "no progress"),
        Flag("verbose", short: "v", help: "with an error, also what lies beneath it"),
        Flag("help", short: "h", help: "this text"),
    ]
}
