import Testing

/// Every error that a person can see is a row in one of these tables.
@Suite struct ErrorTableTests {
    @Test(arguments: ErrorRow.frame + ErrorRow.verbs)
    func saysExactly(row: ErrorRow) throws {
        let stage = try FrameStage(
            files: row.files.mapValues { Array($0.utf8) },
            input: Array(row.input.utf8),
            environment: row.environment
        )
        let outcome = stage.run(row.arguments, of: row.program)
        #expect(outcome.err.split(separator: "\n").map(String.init) == row.says)
        #expect(outcome.exit == row.exit)
        #expect(outcome.out.isEmpty)
    }
}
