import Testing

@Suite("What is code and what is not")
struct BlankingTests {
    @Test(
        "Comments and strings turn to blanks, interpolations stay",
        arguments: [
            ("let a = 1 // b", "let a = 1     "),
            ("a /* b /* c */ d */ e", "a                   e"),
            (#"f("a\"b") // c"#, #"f("    ")     "#),
            (##"f(#"a"b"#)"##, ##"f( "   " )"##),
            (#"f("a\(b("c"))d")"#, #"f("   b(" ")  ")"#),
            ("f(\"\"\"\n  a \"b\"\n  \"\"\") // c", "f(\"\"\"\n       \n  \"\"\")     "),
            ("let a = \"b\nlet c = 1", "let a = \" \nlet c = 1"),
            ("#if os(Linux)", "#if os(Linux)"),
        ]
    )
    func blanks(text: String, code: String) {
        #expect(Blanking.code(in: text) == code)
    }

    @Test("Names come apart at their capitals")
    func parts() {
        #expect(Words.parts(of: "HTTPServerManager2") == ["HTTP", "Server", "Manager2"])
        #expect(Words.parts(of: "Score") == ["Score"])
        #expect(Words.parts(of: "lanesOf") == ["lanes", "Of"])
    }
}
