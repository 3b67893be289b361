import Publishing
import Testing

@Suite struct FailureTests {
    private struct Plain: Error, CustomStringConvertible {
        let description = "the disk is full"
    }

    private struct Wordy: Explained {
        let problem = "no such file"
        let advice: String? = "check the path"
    }

    @Test func aPlainErrorGetsTheStep() {
        let failure = #expect(throws: Failure.self) { try Failure.during("making x") { throw Plain() } }
        #expect(failure?.step == "making x")
        #expect(failure?.problem == "the disk is full")
        #expect(failure?.cause is Plain)
        #expect(failure?.exitCode == 1)
    }

    @Test func anExplainedErrorKeepsItsWords() {
        let failure = #expect(throws: Failure.self) { try Failure.during("making x") { throw Wordy() } }
        #expect(failure?.problem == "no such file")
        #expect(failure?.advice == "check the path")
    }

    @Test func aFailurePassesAsItIs() {
        let failure = #expect(throws: Failure.self) {
            try Failure.during("outside") { throw Failure("inside", "broke") }
        }
        #expect(failure?.step == "inside")
    }

    @Test func wrongUsageHasItsOwnExitCode() {
        #expect(Failure.usage("what?").exitCode == 2)
    }
}
