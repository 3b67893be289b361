/// What libyaml meets next in a file.
struct Event {
    enum Kind {
        case streamStart
        case streamEnd
        case documentStart
        case documentEnd
        case alias(String)
        case scalar(String, isPlain: Bool)
        case listStart
        case listEnd
        case mappingStart
        case mappingEnd
    }

    let kind: Kind
    let mark: Mark
    /// The name by which an alias may repeat the value.
    var anchor: String?
    var tag: String?

    var place: ConfigurationError.Place { .mark(mark) }
}
