import Publishing
import Torrents

/// The findings about one torrent.
struct LintReport: Encodable {
    struct Item: Encodable {
        let rule: String
        let severity: String
        let problem: String
        let explanation: String
    }

    let torrent: String
    let findings: [Item]

    init(_ shown: String, _ findings: [Finding], isStrict: Bool) {
        torrent = shown
        self.findings = findings.map { finding in
            Item(
                rule: finding.rule.rawValue,
                severity: (isStrict ? .error : finding.severity).rawValue,
                problem: finding.problem,
                explanation: finding.rule.explanation)
        }
    }

    var hasErrors: Bool { findings.contains { $0.severity == Severity.error.rawValue } }

    func show(on console: Console) throws {
        if findings.isEmpty { return try console.out("\(torrent.printable): nothing found\n") }
        for finding in findings {
            try console.out("\(torrent.printable): ")
            try console.out(finding.severity, in: finding.severity == Severity.error.rawValue ? .red : .yellow)
            try console.out(": \(finding.rule): \(finding.problem.printable)\n    \(finding.explanation)\n")
        }
    }
}
