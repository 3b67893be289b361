/// A value in the file, with its place.
///
/// Scalars have YAML's core schema, less its traps: only a plain `true` or `false` is a boolean, so `yes` and `on` are
/// texts, and so is a number: `26.10` is a version and keeps its zero.
package struct Node: Sendable, Equatable {
    package enum Content: Sendable, Equatable {
        /// No value, `~` or `null`.
        case nothing
        case boolean(Bool)
        case text(String)
        case list([Node])
        /// Each key once, in the order in which they stand.
        case mapping([Entry])
    }

    package struct Entry: Sendable, Equatable {
        package let key: String
        package let place: ConfigurationError.Place
        package let value: Node
    }

    package let content: Content
    package let place: ConfigurationError.Place

    /// How many nodes there are with those within, each alias counted as what it stands for.
    let count: Int
    /// How many lists and mappings are within one another here.
    let depth: Int

    init(_ content: Content, at place: ConfigurationError.Place) {
        self.content = content
        self.place = place
        let within: [Node]
        switch content {
        case .nothing, .boolean, .text:
            (count, depth) = (1, 0)
            return
        case .list(let items): within = items
        case .mapping(let entries): within = entries.map(\.value)
        }
        count = within.reduce(1) { $0 + $1.count }
        depth = 1 + (within.map(\.depth).max() ?? 0)
    }

    private init(_ other: Node, at place: ConfigurationError.Place) {
        (content, count, depth) = (other.content, other.count, other.depth)
        self.place = place
    }

    /// The same value where an alias stands for it.
    func moved(to place: ConfigurationError.Place) -> Node { Node(self, at: place) }

}

extension Node.Content {
    /// What a text means that stands there without quotes.
    static func plain(_ text: String) -> Node.Content {
        switch text {
        case "", "~", "null", "Null", "NULL": .nothing
        case "true": .boolean(true)
        case "false": .boolean(false)
        default: .text(text)
        }
    }

    /// How an error calls it. A text is shown where it is a short word, which is no address and no secret.
    var kind: String {
        switch self {
        case .nothing: "nothing"
        case .boolean(let value): "\(value)"
        case .text(let text): text.utf8.count <= 8 ? "the text \"\(text)\"" : "a text"
        case .list: "a list"
        case .mapping: "a mapping"
        }
    }
}
