import HTTP
import Testing

struct RetryPolicyTests {
    @Test func theBoundDoublesAndEnds() {
        var policy = RetryPolicy()
        policy.attempts = 100
        policy.totalTime = .seconds(10_000)
        let delays = [1, 2, 3, 6, 7, 8, 60, 99].map { attempt in
            policy.delay(after: attempt, asked: nil, elapsed: .zero, random: 1)
        }
        let expected: [Duration] = [0.5, 1, 2, 16, 30, 30, 30, 30].map { .seconds($0) }
        #expect(delays == expected)
        #expect(policy.delay(after: 100, asked: nil, elapsed: .zero, random: 1) == nil)
    }

    @Test func anythingUpToTheBoundIsPossible() {
        let policy = RetryPolicy()
        #expect(policy.delay(after: 3, asked: nil, elapsed: .zero, random: 0) == .zero)
        #expect(policy.delay(after: 3, asked: nil, elapsed: .zero, random: 0.25) == .milliseconds(500))
    }

    @Test func theServersWordIsALeast() {
        let policy = RetryPolicy()
        #expect(policy.delay(after: 1, asked: .seconds(7), elapsed: .zero, random: 1) == .seconds(7))
        #expect(policy.delay(after: 5, asked: .seconds(7), elapsed: .zero, random: 1) == nil)
        #expect(policy.delay(after: 4, asked: .seconds(1), elapsed: .zero, random: 1) == .seconds(4))
    }

    @Test func theTotalTimeIsABound() {
        var policy = RetryPolicy()
        policy.totalTime = .seconds(10)
        #expect(policy.delay(after: 1, asked: .seconds(10), elapsed: .zero, random: 1) == .seconds(10))
        #expect(policy.delay(after: 1, asked: .seconds(11), elapsed: .zero, random: 1) == nil)
        #expect(policy.delay(after: 1, asked: .seconds(5), elapsed: .seconds(6), random: 1) == nil)
        #expect(policy.delay(after: 2, asked: nil, elapsed: .milliseconds(9001), random: 1) == nil)
        #expect(policy.delay(after: 2, asked: nil, elapsed: .milliseconds(9000), random: 1) == .seconds(1))
    }

    @Test(
        arguments: [
            ("0", 0), ("7", 7), ("120", 120), ("99999999999999999999", 1 << 32), ("Sun, 06 Nov 1994 08:49:47 GMT", 10),
            ("Sun, 06 Nov 1994 08:49:37 GMT", 0), ("Sun, 06 Nov 1994 08:00:00 GMT", 0),
        ] as [(String, Int64)])
    func whatIsAskedFor(_ field: String, _ seconds: Int64) {
        #expect(RetryPolicy.asked(field, secondsSince1970: 784_111_777) == .seconds(seconds))
    }

    @Test(arguments: [nil, "", "-1", "1.5", "soon", "7 ", "Sun, 06 Nov 1994"] as [String?])
    func whatIsNoTimeAsksForNothing(_ field: String?) {
        #expect(RetryPolicy.asked(field, secondsSince1970: 784_111_777) == nil)
    }

    @Test(
        arguments: [
            ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
            ("Tue, 29 Feb 2000 12:00:00 GMT", 951_825_600), ("Thu, 31 Dec 2099 23:59:59 GMT", 4_102_444_799),
            ("Mon, 01 Mar 2100 00:00:00 GMT", 4_107_542_400), ("Fri, 31 Dec 9999 23:59:59 GMT", 253_402_300_799),
            ("Sunday, 06-Nov-94 08:49:37 GMT", nil), ("Sun Nov  6 08:49:37 1994", nil), ("", nil),
            ("Sun, 06 Nov 1994 24:00:00 GMT", nil), ("Sun, 32 Nov 1994 08:49:37 GMT", nil),
            ("Sun, 06 Nov 1994 08:49:37 CET", nil), ("Sun, 06 nov 1994 08:49:37 GMT", nil),
            ("Sun, +6 Nov 1994 08:49:37 GMT", nil),
        ] as [(String, Int64?)])
    func dates(_ text: String, _ seconds: Int64?) {
        #expect(HTTPDate.seconds(text) == seconds)
    }
}
