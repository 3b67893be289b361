extension Program {
    /// What a shell may offer in the place of a verb's operands: `help` takes the verbs.
    func operandValues(of verb: Verb) -> Values {
        verb.name == "help" ? .oneOf(verbs.map(\.name)) : verb.operands.values
    }
}
