/// What the rules have found so far. Of each rule the first few are worded, the others counted: a hostile torrent has
/// room for millions of them.
struct FindingList {
    private static let mostOfOneRule = 20

    /// Names and texts are quoted whole as long as they are such.
    private static let longestProblem = 1_000

    private var findings: [Finding] = []
    private var counts: [Rule: Int] = [:]

    mutating func add(_ rule: Rule, severity: Severity? = nil, _ problem: @autoclosure () -> String) {
        counts[rule, default: 0] += 1
        guard counts[rule, default: 0] <= Self.mostOfOneRule else { return }
        let problem = problem()
        let isLong = problem.utf8.count > Self.longestProblem
        findings.append(
            Finding(rule, isLong ? problem.prefix(Self.longestProblem / 4) + "…" : problem, severity: severity))
    }

    mutating func add(_ malformation: Malformation) {
        add(malformation.rule, malformation.problem)
    }

    var all: [Finding] {
        findings
            + Rule.allCases.compactMap { rule in
                let more = counts[rule, default: 0] - Self.mostOfOneRule
                return more > 0 ? Finding(rule, "and \(more) more of these") : nil
            }
    }
}
