/// The one error that reaches a person: what was being done, what went wrong, what to try.
package struct Failure: Error {
    package enum Kind: Sendable {
        /// The work could not be done.
        case failed
        /// The program was asked, or configured, in a way it does not understand.
        case usage
    }

    package var kind: Kind

    /// What was being done, as in "making x.iso"; without it, the verb's name stands there.
    package var step: String?
    package var problem: String
    package var advice: String?

    /// What lies beneath; shown with --verbose.
    package var cause: (any Error)?

    package init(_ step: String?, _ problem: String, advice: String? = nil, cause: (any Error)? = nil) {
        self.kind = .failed
        self.step = step
        self.problem = problem
        self.advice = advice
        self.cause = cause
    }

    /// Any error, told in its own words.
    package init(_ error: any Error, during step: String?) {
        let explained = error as? any Explained
        self.init(step, explained?.problem ?? "\(error)", advice: explained?.advice, cause: error)
    }

    package static func usage(_ problem: String, advice: String? = nil) -> Failure {
        var failure = Failure(nil, problem, advice: advice)
        failure.kind = .usage
        return failure
    }

    /// Does `work`, and lets any plain error out of it say what was being done. A failure inside is already explained
    /// and passes as it is.
    package static func during<Result>(_ step: String, _ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(error, during: step)
        }
    }

    package var exitCode: Int32 {
        switch kind {
        case .failed: 1
        case .usage: 2
        }
    }
}
