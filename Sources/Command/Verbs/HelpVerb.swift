import Publishing

extension Verb {
    /// `freshet help`, `freshet help VERB`.
    static func help(of program: Program) -> Verb {
        Verb(
            name: "help",
            summary: "explain the program, or one of its verbs",
            operands: Operands("[VERB]", 0...1, .anything),
            run: { arguments, world in
                guard let name = arguments.operands.first else {
                    try Help(of: program).show(on: world.console)
                    return 0
                }
                guard let verb = program.verbs.first(where: { $0.name == name }) else {
                    throw program.unknown(verb: name)
                }
                try Help(of: verb, in: program).show(on: world.console)
                return 0
            }
        )
    }
}
