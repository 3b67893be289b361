/// One thing that a rule found.
package struct Finding: Sendable, Equatable {
    package let rule: Rule
    package let severity: Severity
    /// What exactly, and where.
    package let problem: String

    package init(_ rule: Rule, _ problem: String, severity: Severity? = nil) {
        self.rule = rule
        self.severity = severity ?? rule.severity
        self.problem = problem
    }

    init(_ malformation: Malformation) {
        self.init(malformation.rule, malformation.problem)
    }
}
