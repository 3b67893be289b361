extension ErrorRow {
    /// The errors of the verbs, in the order in which `freshet help` lists them.
    static let verbs: [ErrorRow] = []
}
