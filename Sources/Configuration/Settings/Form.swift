internal import Publishing

/// How the values of a setting are written: in the file, and where the setting has a flag, a variable or an input of
/// the same name, as words there. Words become the node that the file would have, so that one reading judges both.
struct Form<Value: Sendable>: Sendable {
    typealias Fault = ConfigurationError.Fault

    let words: Words
    let read: @Sendable (Node) throws(ConfigurationError) -> Value

    /// The same, made into another value or refused.
    func map<Other>(_ change: @escaping @Sendable (Value) throws(Fault) -> Other) -> Form<Other> {
        Form<Other>(words: words) { [read] node throws(ConfigurationError) in
            let value = try read(node)
            do throws(Fault) {
                return try change(value)
            } catch {
                throw ConfigurationError(error, at: node.place)
            }
        }
    }
}

extension Form where Value == String {
    /// Any text. A number is one; `true` is none, since nobody means it.
    static let text = Form(words: .text) { node throws(ConfigurationError) in
        switch node.content {
        case .text(let text): return text
        case .boolean(let value): throw ConfigurationError(.booleanForText(value), at: node.place)
        default: throw .unexpected(node, expected: "a text")
        }
    }

    /// A name that goes into requests as it is.
    static let word = text.map { text throws(Fault) in
        let isWord = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                true
            default: false
            }
        }
        guard isWord && !text.isEmpty else {
            throw .value(expected: "a name of letters, digits, \"-\", \"_\" and \".\"", found: "another text")
        }
        return text
    }

    /// The value stays out of the error: an address with a user has a password.
    static let webAddress = text.map { text throws(Fault) in
        let scheme = ["https://", "http://"].first { text.utf8.starts(with: $0.utf8) }
        guard let scheme else { throw .address }
        let rest = text.utf8.dropFirst(scheme.utf8.count)
        let host = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ":") }
        let isPlain = rest.allSatisfy { (0x21...0x7e).contains($0) && !"@?#\"<>\\^`{|}".utf8.contains($0) }
        guard isPlain && !host.isEmpty else { throw .address }
        return text
    }
}

extension Form where Value == Bool {
    /// `true` or `false`: not `yes`, which is a text in one version of YAML and a boolean in another.
    static let boolean = Form(words: .plain) { node throws(ConfigurationError) in
        if case .boolean(let value) = node.content { return value }
        throw .unexpected(node, expected: "true or false")
    }
}

extension Form where Value == Globs {
    static let patterns = Form<[Glob]>.list(of: .pattern).map { globs throws(Fault) in
        if globs.isEmpty { throw .noPattern }
        return Globs(globs)
    }
}

extension Form where Value == Glob {
    static let pattern = Form<String>.text.map { text throws(Fault) in
        do throws(GlobError) {
            return try Glob(text)
        } catch {
            throw .pattern(error)
        }
    }
}
