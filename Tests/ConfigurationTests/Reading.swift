import Configuration

/// What reading a text as a file gives.
enum Reading {
    static func node(_ text: String) throws(ConfigurationError) -> Node? {
        try NodeReading.read(Array(text.utf8))
    }

    static func settings(_ text: String) throws(ConfigurationError) -> Settings {
        try Settings(yaml: Array(text.utf8))
    }

    static func error(_ bytes: [UInt8]) -> ConfigurationError? {
        do throws(ConfigurationError) {
            _ = try Settings(yaml: bytes)
            return nil
        } catch {
            return error
        }
    }

    static func error(_ text: String) -> ConfigurationError? {
        error(Array(text.utf8))
    }
}

extension Node {
    /// The tree in one line, for comparing: texts in quotes, places left out.
    var shown: String {
        switch content {
        case .nothing: "nothing"
        case .boolean(let value): "\(value)"
        case .text(let text): "'\(text)'"
        case .list(let items): "[" + items.map(\.shown).joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{" + entries.map { "\($0.key): \($0.value.shown)" }.joined(separator: ", ") + "}"
        }
    }
}
