/// Builds the tree of a file from libyaml's events, within bounds, and refuses what a configuration has no use for.
package struct NodeReading: ~Copyable {
    private var events: EventReader
    private var anchors: [String: Node] = [:]
    private var count = 0

    /// Nil for a file that says nothing: empty, or comments alone.
    package static func read(_ bytes: [UInt8]) throws(ConfigurationError) -> Node? {
        let source = try SourceText(bytes)
        var reading = NodeReading(events: EventReader(source))
        return try reading.document()
    }

    private init(events: consuming EventReader) {
        self.events = events
    }

    private mutating func document() throws(ConfigurationError) -> Node? {
        var root: Node?
        while true {
            let event = try events.next()
            switch event.kind {
            case .streamStart, .documentEnd: continue
            case .streamEnd: return root?.content == .nothing ? nil : root
            default: break
            }
            guard root == nil else { throw ConfigurationError(.secondDocument, at: event.place) }
            root = try node(events.next(), depth: 0)
        }
    }

    private mutating func node(_ event: Event, depth: Int) throws(ConfigurationError) -> Node {
        if let tag = event.tag { throw ConfigurationError(.tag(tag), at: event.place) }
        let node: Node
        switch event.kind {
        case .alias(let name):
            guard let anchored = anchors[name] else {
                throw ConfigurationError(.unknownAnchor(name), at: event.place)
            }
            // What an alias stands for counts each time: a few of them within one another are billions of values.
            try add(anchored.count, at: event.place)
            try bound(depth + anchored.depth, at: event.place)
            return anchored.moved(to: event.place)
        case .listStart:
            try bound(depth + 1, at: event.place)
            try add(1, at: event.place)
            node = Node(.list(try items(depth: depth + 1)), at: event.place)
        case .mappingStart:
            try bound(depth + 1, at: event.place)
            try add(1, at: event.place)
            node = Node(.mapping(try entries(depth: depth + 1)), at: event.place)
        case .scalar(let text, let isPlain):
            try add(1, at: event.place)
            node = Node(isPlain ? .plain(text) : .text(text), at: event.place)
        case .streamStart, .streamEnd, .documentStart, .documentEnd, .listEnd, .mappingEnd:
            throw ConfigurationError(.syntax("a value is missing", line: ""), at: event.place)
        }
        if let anchor = event.anchor { anchors[anchor] = node }
        return node
    }

    private mutating func items(depth: Int) throws(ConfigurationError) -> [Node] {
        var items: [Node] = []
        while true {
            let event = try events.next()
            if case .listEnd = event.kind { return items }
            items.append(try node(event, depth: depth))
        }
    }

    private mutating func entries(depth: Int) throws(ConfigurationError) -> [Node.Entry] {
        var entries: [Node.Entry] = []
        var places: [String: Mark] = [:]
        while true {
            let event = try events.next()
            if case .mappingEnd = event.kind { return entries }
            let key = try key(event)
            if let first = places[key] {
                throw ConfigurationError(.duplicateKey(key, first: first), at: event.place)
            }
            places[key] = event.mark
            entries.append(Node.Entry(key: key, place: event.place, value: try node(events.next(), depth: depth)))
        }
    }

    /// A key is a text as it stands: `true: x` and `26.11: x` have the keys "true" and "26.11".
    private mutating func key(_ event: Event) throws(ConfigurationError) -> String {
        if let tag = event.tag { throw ConfigurationError(.tag(tag), at: event.place) }
        guard case .scalar(let text, let isPlain) = event.kind, !text.isEmpty, event.anchor == nil else {
            throw ConfigurationError(.keyNotText, at: event.place)
        }
        if isPlain && text == "<<" { throw ConfigurationError(.mergeKey, at: event.place) }
        return text
    }

    private mutating func add(_ more: Int, at place: ConfigurationError.Place) throws(ConfigurationError) {
        count += more
        guard count <= Limits.nodes else { throw ConfigurationError(.tooMany(limit: Limits.nodes), at: place) }
    }

    private func bound(_ depth: Int, at place: ConfigurationError.Place) throws(ConfigurationError) {
        guard depth <= Limits.depth else { throw ConfigurationError(.tooDeep(limit: Limits.depth), at: place) }
    }
}
