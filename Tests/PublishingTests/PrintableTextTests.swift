import Publishing
import Testing

@Suite struct PrintableTextTests {
    @Test(arguments: [
        ("debian-12.iso", "debian-12.iso"),
        ("Übung 日本 👩‍👩‍👧", "Übung 日本 👩‍👩‍👧"),
        ("\u{1b}[2J", "\\u001b[2J"),
        ("a\nb\r\nc\td", "a\\nb\\r\\nc\\td"),
        ("\u{0}\u{7f}\u{85}\u{9b}", "\\u0000\\u007f\\u0085\\u009b"),
        ("gnp\u{202e}.iso\u{2066}\u{2028}", "gnp\\u202e.iso\\u2066\\u2028"),
    ])
    func writesOutWhatWouldDriveATerminal(text: String, printable: String) {
        #expect(text.printable == printable)
    }

    @Test func linesKeepTheirEnds() {
        #expect("a\n\tb\r\n\u{7}".printableLines == "a\n\tb\\r\n\\u0007")
    }

    /// Every scalar: nothing of the categories that terminals act upon is left.
    @Test func nothingThatDrivesATerminalIsLeft() {
        for value in UInt32(0)...0x2fff {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for left in String(scalar).printable.unicodeScalars {
                let category = left.properties.generalCategory
                #expect(category != .control && category != .lineSeparator && category != .paragraphSeparator)
                #expect(!left.properties.isBidiControl)
            }
        }
    }
}
