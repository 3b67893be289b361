/// One row of a table of settings: a name, where its value goes, and how it is written.
struct Setting<Target: Sendable>: Sendable {
    let name: String
    let words: Words
    let read: @Sendable (Node, inout Target) throws(ConfigurationError) -> Void
    /// Takes the value from there, if it is not given here.
    let fill: @Sendable (inout Target, Target) -> Void

    init<Value>(_ name: String, _ path: any WritableKeyPath<Target, Value?> & Sendable, _ form: Form<Value>) {
        self.name = name
        words = form.words
        read = { node, target throws(ConfigurationError) in target[keyPath: path] = try form.read(node) }
        fill = { target, other in
            if target[keyPath: path] == nil { target[keyPath: path] = other[keyPath: path] }
        }
    }
}
