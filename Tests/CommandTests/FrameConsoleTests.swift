import Publishing
import Testing

@Suite struct FrameConsoleTests {
    private let out = FrameRecorder()
    private let err = FrameRecorder()

    @Test func secretsAreMaskedOnBothStreams() throws {
        let console = Console(output: out.outlet(), errors: err.outlet())
        console.mask("hunter2")
        console.mask("hunter2-longer")
        console.mask("")
        try console.out("a hunter2 b hunter2-longer\n")
        console.err("hunter2", lead: "hunter2:")
        console.status("hunter2")
        #expect(out.text == "a *** b ***\n")
        #expect(err.text == "***:***\n***")
    }

    @Test func anAccentDoesNotHideASecret() throws {
        let console = Console(output: out.outlet(), errors: err.outlet())
        console.mask("hunter2")
        try console.out("hunter2\u{301}")
        #expect(out.text == "***\u{301}")
    }

    @Test func everyLineOfASecretIsMasked() throws {
        let console = Console(output: out.outlet(), errors: err.outlet())
        console.mask("BEGIN\nMIIE\nEND\n")
        try console.out("BEGIN\nMIIE\nEND\n")
        console.err("got MIIE")
        #expect(out.text == "***")
        #expect(err.text == "got ***\n")
    }

    @Test func bytesWithASecretAreRefusedAndOthersPassUntouched() throws {
        let console = Console(output: out.outlet(), errors: err.outlet())
        console.mask("hunter2")
        #expect(throws: OutputError.secret) { try console.out(bytes: Array("x hunter2".utf8)) }
        try console.out(bytes: [0, 0x1b, 0xff])
        #expect(out.written == [0, 0x1b, 0xff])
    }

    @Test func controlCharactersLoseTheirPower() throws {
        let console = Console(output: out.outlet(isTerminal: true), errors: err.outlet())
        try console.out("a\u{1b}[2J\n\u{202e}b\n")
        console.err("\u{7}", lead: "\u{8}")
        #expect(out.text == "a\\u001b[2J\n\\u202eb\n")
        #expect(err.text == "\\u0008\\u0007\n")
    }

    @Test func colourOnlyWhereItIsAllowed() throws {
        let colourful = Console(output: out.outlet(allowsColour: true), errors: err.outlet(allowsColour: true))
        try colourful.out("usage:\n", in: .bold)
        colourful.err(" no", lead: "freshet:", in: .red)
        #expect(out.take() == "\u{1b}[1musage:\n\u{1b}[0m")
        #expect(err.take() == "\u{1b}[1;31mfreshet:\u{1b}[0m no\n")
        let plain = Console(output: out.outlet(), errors: err.outlet())
        try plain.out("usage:\n", in: .bold)
        plain.err(" no", lead: "freshet:", in: .red)
        #expect(out.take() + err.take() == "usage:\nfreshet: no\n")
    }

    @Test func aStatusLineMakesWay() throws {
        let terminal = FrameRecorder()
        let console = Console(
            output: terminal.outlet(isTerminal: true),
            errors: terminal.outlet(isTerminal: true)
        )
        console.status("10 %")
        console.status("20 %")
        console.err("oh")
        console.status("30 %")
        try console.out("done\n")
        console.status("40 %")
        console.status(nil)
        console.status(nil)
        let clear = "\r\u{1b}[K"
        #expect(terminal.text == "10 %\(clear)20 %\(clear)oh\n30 %\(clear)done\n40 %\(clear)")
    }

    @Test func outputElsewhereLeavesTheStatusLineAlone() throws {
        let console = Console(output: out.outlet(), errors: err.outlet(isTerminal: true))
        console.status("10 %")
        try console.out("done\n")
        #expect(err.text == "10 %")
        console.lastWords("freshet: interrupted")
        console.err("too late")
        console.status("20 %")
        #expect(err.text == "10 %\r\u{1b}[Kfreshet: interrupted\n")
    }
}
