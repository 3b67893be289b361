import Testing

@Suite struct FrameParserTests {
    @Test(arguments: [
        (["x.iso", "y.iso"], ["operand x.iso", "operand y.iso"]),
        (["--kind", "v2", "x"], ["kind=v2", "operand x"]),
        (["x", "--kind=v2"], ["kind=v2", "operand x"]),
        (["--output", "-", "-"], ["output=-", "operand -"]),
        (["-o", "a b", "x"], ["output=a b", "operand x"]),
        (["--output=--force", "x"], ["output=--force", "operand x"]),
        (["--output=a=b", "x"], ["output=a=b", "operand x"]),
        (["--tracker=", "x"], ["tracker=", "operand x"]),
        (["--tracker", "", "x"], ["tracker=", "operand x"]),
        (["--jobs", "-1", "x"], ["jobs=-1", "operand x"]),
        (["--", "--force", "-x", "--"], ["operand --force", "operand -x", "operand --"]),
        (["-q", "-v", "x"], ["quiet=on", "verbose=on", "operand x"]),
        (["--output=\u{301}x", "x"], ["output=\u{301}x", "operand x"]),
        (
            ["--tracker", "a", "--tier", "b,c", "x", "--tracker", "d"],
            ["tracker=a", "tier=b,c", "tracker=d", "operand x"]
        ),
    ])
    func understands(words: [String], understood: [String]) throws {
        let outcome = try FrameStage().run(["make"] + words, of: .small)
        #expect(outcome.out.split(separator: "\n").map(String.init) == understood)
    }

    @Test func theExitCodeIsTheVerbs() throws {
        #expect(try FrameStage().run(["show", "x"], of: .small) == .init(exit: 1, out: "", err: ""))
    }
}
