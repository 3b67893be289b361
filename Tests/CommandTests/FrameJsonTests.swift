import Command
import Publishing
import Testing

@Suite struct FrameJsonTests {
    private struct Report: Encodable {
        let name: String
        let bytes: Int
    }

    @Test func isSortedReadableAndHarmless() throws {
        let out = FrameRecorder()
        let console = Console(output: out.outlet(), errors: FrameRecorder().outlet())
        try console.out(json: Report(name: "a/b\u{1b}\u{9b}\u{202e}\"\n", bytes: 12))
        let expected = """
            {
              "bytes" : 12,
              "name" : "a/b\\u001b\\u009b\\u202e\\"\\n"
            }

            """
        #expect(out.text.replacing("\\u001B", with: "\\u001b") == expected)
    }
}
