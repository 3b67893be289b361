package import Publishing

/// The program as a value: its verbs, and the one place where command lines are understood and errors are shown.
package struct Program: Sendable {
    package let name: String
    package let version: String
    package let summary: String
    /// What the program does, without the verbs that explain it.
    let work: [Verb]

    package init(name: String, version: String, summary: String, verbs: [Verb]) {
        self.name = name
        self.version = version
        self.summary = summary
        self.work = verbs
    }

    package var verbs: [Verb] { work + [.help(of: self), .completions(of: self)] }

    /// Does what the arguments ask for and returns the exit code: 0 done, 1 failed, 2 wrong usage.
    package func run(_ arguments: [String], in world: World) -> Int32 {
        let rendering = Rendering(program: self, console: world.console)
        guard let first = arguments.first else {
            Help(of: self).showAsError(on: world.console)
            return 2
        }
        guard let verb = verbs.first(where: { $0.name == first }) else {
            return rendering.guarding(verb: nil, isVerbose: false) {
                try answer(first, in: world)
            }
        }
        // Known before the words are understood, for a misunderstanding is explained as well.
        let isVerbose = arguments.contains { $0 == "--verbose" || $0 == "-v" }
        return rendering.guarding(verb: verb, isVerbose: isVerbose) {
            let parsed = try ArgumentParser.parse(Array(arguments.dropFirst()), for: verb, of: self)
            if parsed.has("help") {
                try Help(of: verb, in: self).show(on: world.console)
                return 0
            }
            return try verb.run(parsed, world)
        }
    }

    /// A command line that begins with no verb: the program's own flags, or a mistake.
    private func answer(_ word: String, in world: World) throws -> Int32 {
        switch word {
        case "--help", "-h": try Help(of: self).show(on: world.console)
        case "--version", "-V": try world.console.out("\(name) \(version)\n")
        case _ where word.hasPrefix("-"): throw misplaced(flag: word)
        default: throw unknown(verb: word)
        }
        return 0
    }

    func unknown(verb word: String) -> Failure {
        .usage("there is no verb \"\(word)\"" + Suggestion.question(for: word, among: verbs.map(\.name)))
    }

    private func misplaced(flag word: String) -> Failure {
        let own = ["--help", "--version"]
        if verbs.flatMap(\.allFlags).flatMap(\.spellings).contains(String(word.prefix { $0 != "=" })) {
            return .usage("\(word) stands before the verb", advice: "\(name) VERB \(word)")
        }
        return .usage("there is no flag \(word)" + Suggestion.question(for: word, among: own))
    }
}
