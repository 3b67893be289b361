/// How the words of a flag, a variable or an input stand for a value of the file.
indirect enum Words: Sendable, Equatable {
    /// Not at all: only the file can say it.
    case none
    /// The last word, whatever it is: words have no quotes.
    case text
    /// The last word, read as in the file without quotes.
    case plain
    /// Each word for itself.
    case list(of: Words)

    func node(for words: [String], at place: ConfigurationError.Place) -> Node {
        switch self {
        case .none: Node(.nothing, at: place)
        case .text: Node(.text(words.last ?? ""), at: place)
        case .plain: Node(.plain(words.last ?? ""), at: place)
        case .list(let item): Node(.list(words.map { item.node(for: [$0], at: place) }), at: place)
        }
    }
}
