import Testing

@Suite("House rules")
struct RuleTests {
    @Test("The house keeps the rule", arguments: Rule.all)
    func tree(rule: Rule) {
        #expect(!Repository.sources.isEmpty)
        for source in Repository.sources {
            for violation in rule.violations(source) {
                Issue.record("\(source.path):\(violation)")
            }
        }
    }

    @Test("The rule finds what breaks it", arguments: Rule.all)
    func bad(rule: Rule) {
        #expect(!rule.bad.isEmpty, "a rule without a sample that breaks it proves nothing")
        for sample in rule.bad {
            #expect(!rule.violations(sample).isEmpty, "not found in: \(sample.text.prefix(200))")
        }
    }

    @Test("The rule lets pass what keeps it", arguments: Rule.all)
    func good(rule: Rule) {
        #expect(!rule.good.isEmpty)
        for sample in rule.good {
            #expect(rule.violations(sample) == [], "found in: \(sample.text.prefix(200))")
        }
    }
}
