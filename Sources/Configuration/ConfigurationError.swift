package import Publishing

/// What is wrong with the configuration, and where.
package struct ConfigurationError: Error, Equatable {
    package enum Place: Sendable, Equatable {
        /// The file as a whole.
        case file
        case mark(Mark)
        /// Not in the file: a flag or a variable, as it is written.
        case name(String)
    }

    package enum Fault: Error, Equatable {
        case tooLarge(limit: Int)
        case tooDeep(limit: Int)
        case tooMany(limit: Int)
        case notUTF8
        case unprintable
        case tab
        /// A sign with which YAML means something else than the text that was meant.
        case unquoted(Unicode.Scalar)
        /// In libyaml's words, with the line where it stopped.
        case syntax(String, line: String)
        /// A line that begins with `%`.
        case directive
        case tag(String)
        case unknownAnchor(String)
        case mergeKey
        case secondDocument
        case keyNotText
        case duplicateKey(String, first: Mark)
        case unknownKey(String, known: [String])
        case value(expected: String, found: String)
        case noValue(expected: String)
        /// A plain `true` or `false` where a text belongs.
        case booleanForText(Bool)
        case address
        case pattern(GlobError)
        case noPattern
    }

    package let fault: Fault
    package let place: Place

    package init(_ fault: Fault, at place: Place) {
        self.fault = fault
        self.place = place
    }
}
