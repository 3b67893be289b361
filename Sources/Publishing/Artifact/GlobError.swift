/// Why a pattern is none, and where.
package struct GlobError: Error, Equatable {
    package enum Fault: Equatable, Sendable {
        case empty
        case tooLong(limit: Int)
        case tooManyStars
        case unclosedSet
        case reversedRange
        /// `[:alpha:]` and its kin, which would otherwise be read as a set of these letters.
        case characterClass
        case unclosedBrace
        case nestedBrace
        case strayBrace
        /// A slash where a segment cannot end.
        case slash(within: String)
        case danglingEscape
    }

    package let pattern: String
    /// In letters, from 1.
    package let column: Int
    package let fault: Fault

    package init(pattern: String, column: Int, fault: Fault) {
        self.pattern = pattern
        self.column = column
        self.fault = fault
    }
}

extension GlobError: Explained {
    package var problem: String {
        let shown = pattern.unicodeScalars.count > 80 ? String(pattern.unicodeScalars.prefix(80)) + "…" : pattern
        return "the pattern \"\(shown)\" \(fault.words) (at its letter \(column))"
    }

    package var advice: String? {
        switch fault {
        case .empty: "\"**\" selects everything"
        case .tooLong: "several patterns in its place"
        case .tooManyStars: "\"*\" stays within a segment, \"**\" crosses them"
        case .unclosedSet: "close it with \"]\", or write \"\\[\" for the bracket itself"
        case .reversedRange: "put the lower letter first"
        case .characterClass: "ranges such as [a-z0-9], or \"\\[\" for the bracket itself"
        case .unclosedBrace: "close it with \"}\", or write \"\\{\" for the brace itself"
        case .nestedBrace: "one pair of braces, as in {a,b,c}; regular expressions are not understood"
        case .strayBrace: "write \"\\}\" for the brace itself"
        case .slash: "several patterns in its place"
        case .danglingEscape: "write \"\\\\\" for the backslash itself"
        }
    }
}

extension GlobError.Fault {
    fileprivate var words: String {
        switch self {
        case .empty: "names nothing"
        case .tooLong(let limit): "has more than \(limit) letters"
        case .tooManyStars: "has more than two stars in a row"
        case .unclosedSet: "has a \"[\" that is never closed"
        case .reversedRange: "has a range that runs backwards"
        case .characterClass: "has a named class of letters, which is not understood"
        case .unclosedBrace: "has a \"{\" that is never closed"
        case .nestedBrace: "has a \"{\" within braces"
        case .strayBrace: "has a \"}\" that closes nothing"
        case .slash(let within): "has a \"/\" within \"\(within)\""
        case .danglingEscape: "ends in a backslash"
        }
    }
}
