import Publishing

extension ConfigurationError: Explained {
    package var problem: String {
        switch place {
        case .file: fault.problem
        case .mark(let mark): "\(mark): \(fault.problem)"
        case .name(let name): "\(name): \(fault.problem)"
        }
    }

    package var advice: String? { fault.advice }
}

extension Mark: CustomStringConvertible {
    package var description: String { "line \(line), column \(column)" }
}

extension ConfigurationError.Fault {
    fileprivate var problem: String {
        switch self {
        case .tooLarge(let limit): "larger than \(limit) bytes"
        case .tooDeep(let limit): "nested deeper than \(limit) levels"
        case .tooMany(let limit): "more than \(limit) values, those that aliases repeat counted each time"
        case .notUTF8: "not UTF-8"
        case .unprintable: "a character that YAML does not allow"
        case .tab: "a tab where YAML allows only spaces"
        case .unquoted(let sign): "\"\(sign)\" has a meaning of its own in YAML"
        case .syntax(let words, let line):
            "this is not YAML: \(words)" + (line.isEmpty ? "" : ", in: \(line.trimmed.shortened)")
        case .directive: "a line that begins with \"%\" is a directive to YAML, and none is understood"
        case .tag(let tag): "\"\(tag.shortened)\" is a tag to YAML, and tags are not understood"
        case .unknownAnchor(let name):
            "\"*\(name.shortened)\" repeats a value, and none before it is named \"&\(name.shortened)\""
        case .mergeKey: "merge keys (<<) are not understood"
        case .secondDocument: "a second document begins here"
        case .keyNotText: "a key must be a text"
        case .duplicateKey(let key, let first): "\"\(key.shortened)\" stands here again, first in line \(first.line)"
        case .unknownKey(let key, let known): Self.unknown(key, known)
        case .value(let expected, let found): "expected \(expected), found \(found)"
        case .noValue(let expected): "expected \(expected), found nothing"
        case .booleanForText(let value): "expected a text, found \(value)"
        case .address: "expected an http or https address with a host, and no user, query or fragment"
        case .pattern(let error): error.problem
        case .noPattern: "a filter without a pattern selects nothing"
        }
    }

    fileprivate var advice: String? {
        switch self {
        case .notUTF8: "save it as UTF-8"
        case .tab: "indent with spaces"
        case .unquoted, .tag, .unknownAnchor: "put the value in quotes, as in \"*.iso\" or \"!*.tmp\""
        case .syntax: "check the indentation, and put values with \": \", \" #\", brackets or braces in quotes"
        case .directive: "leave the line out"
        case .mergeKey: "write the keys out, or repeat the whole value with an alias"
        case .secondDocument: "one file holds one configuration: leave out \"---\""
        case .unknownKey(_, let known): "one of: " + known.joined(separator: ", ")
        case .noValue: "give it a value, or leave the key out"
        case .booleanForText: "put it in quotes"
        case .pattern(let error): error.advice
        case .noPattern: "\"**\" selects everything"
        case .tooLarge, .tooDeep, .tooMany, .unprintable, .keyNotText, .duplicateKey, .value, .address: nil
        }
    }

    /// What is sought is what is shown: a key of any length may be wrong.
    private static func unknown(_ key: String, _ known: [String]) -> String {
        "there is no key \"\(key.shortened)\" here" + Suggestion.question(for: key.shortened, among: known)
    }
}

extension String {
    /// At most a line's worth.
    fileprivate var shortened: String {
        unicodeScalars.count > 60 ? String(unicodeScalars.prefix(60)) + "…" : self
    }

    fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
