extension Form {
    /// Values one below the other; as words, one each.
    static func list<Item>(of item: Form<Item>) -> Form where Value == [Item] {
        Form(words: .list(of: item.words)) { node throws(ConfigurationError) in
            guard case .list(let nodes) = node.content else { throw .unexpected(node, expected: "a list") }
            var values: [Item] = []
            for node in nodes { values.append(try item.read(node)) }
            return values
        }
    }

    /// Values by names that the file gives them.
    static func named<Item>(_ item: Form<Item>) -> Form where Value == [String: Item] {
        Form(words: .none) { node throws(ConfigurationError) in
            var values: [String: Item] = [:]
            for entry in try node.entries(expected: "a mapping of names") {
                values[entry.key] = try item.read(entry.value)
            }
            return values
        }
    }

    /// The settings of a table; a key that is not in it is refused.
    static func table(_ settings: [Setting<Value>], from empty: Value) -> Form {
        Form(words: .none) { node throws(ConfigurationError) in
            var value = empty
            for entry in try node.entries(expected: "a mapping of settings") {
                guard let setting = settings.first(where: { $0.name == entry.key }) else {
                    throw ConfigurationError(.unknownKey(entry.key, known: settings.map(\.name)), at: entry.place)
                }
                try setting.read(entry.value, &value)
            }
            return value
        }
    }
}

extension Node {
    fileprivate func entries(expected: String) throws(ConfigurationError) -> [Entry] {
        guard case .mapping(let entries) = content else { throw .unexpected(self, expected: expected) }
        return entries
    }
}

extension ConfigurationError {
    static func unexpected(_ node: Node, expected: String) -> ConfigurationError {
        if node.content == .nothing { return ConfigurationError(.noValue(expected: expected), at: node.place) }
        return ConfigurationError(.value(expected: expected, found: node.content.kind), at: node.place)
    }
}
