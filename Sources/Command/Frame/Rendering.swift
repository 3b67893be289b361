import Publishing

/// The one place where an error becomes lines on standard error and an exit code.
struct Rendering {
    let program: Program
    let console: Console

    /// Does `work` and returns its exit code, or shows why it could not.
    func guarding(verb: Verb?, isVerbose: Bool, _ work: () throws -> Int32) -> Int32 {
        do {
            return try work()
        } catch {
            return show(error, verb: verb, isVerbose: isVerbose)
        }
    }

    private func show(_ error: any Error, verb: Verb?, isVerbose: Bool) -> Int32 {
        let failure = error as? Failure ?? Failure(error, during: nil)
        // Nobody reads any more, as behind `| head`: there is nothing to say and nobody to say it to.
        if causes(of: failure).contains(where: { $0 as? OutputError == .closed }) { return 1 }

        let step = (failure.step ?? verb?.name).map { " \($0.printable):" } ?? ""
        console.err("\(step) \(failure.problem.printable)", lead: "\(program.name):", in: .red)
        if let advice = failure.advice { console.err("  try: \(advice.printable)") }
        if failure.kind == .usage { console.err("  see: \(program.name) help" + (verb.map { " \($0.name)" } ?? "")) }
        if isVerbose {
            for cause in causes(of: failure).dropFirst() { console.err("  because: \(summary(of: cause).printable)") }
        }
        return failure.exitCode
    }

    /// The error and everything beneath it.
    private func causes(of error: any Error) -> [any Error] {
        [error] + ((error as? Failure)?.cause.map(causes) ?? [])
    }

    /// Errors of the rooms are shown with their type and values here: --verbose is for who looks behind the words.
    private func summary(of error: any Error) -> String {
        guard let failure = error as? Failure else { return String(reflecting: error) }
        return (failure.step.map { "\($0): " } ?? "") + failure.problem
    }
}
