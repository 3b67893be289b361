import Publishing
import Testing

@Suite("Globs")
struct GlobTests {
    /// A pattern, keys that it selects, keys that it does not. Where nothing else is said, gitignore and rclone agree.
    struct Row: Sendable, CustomTestStringConvertible {
        let pattern: String
        let selects: [String]
        let leaves: [String]
        var testDescription: String { pattern }

        init(_ pattern: String, _ selects: [String], not leaves: [String]) {
            self.pattern = pattern
            self.selects = selects
            self.leaves = leaves
        }
    }

    private static let both = [
        // Without a slash: the last segment, at any depth, whole.
        Row("file.jpg", ["file.jpg", "folder/file.jpg", "a/b/file.jpg"], not: ["afile.jpg", "folder/afile.jpg"]),
        Row("*.iso", ["x.iso", "a/x.iso", ".iso"], not: ["x.iso.torrent", "x.ISO", "x.iso/"]),
        Row("*.iso*", ["x.iso", "x.iso-CHECKSUM", "a/b/x.iso.torrent"], not: ["x.is", "x.iso/y"]),
        // With one in front: only there.
        Row("/file.jpg", ["file.jpg"], not: ["folder/file.jpg", "/file.jpg"]),
        Row("/*.iso", ["x.iso"], not: ["a/x.iso"]),
        Row("/a/*.jpg", ["a/x.jpg", "a/.jpg"], not: ["a/b/x.jpg", "b/a/x.jpg", "x.jpg"]),
        // At the end: what lies in such a folder. (In rclone's excludes; its includes of that form select no file.)
        Row("folder/", ["folder/x", "a/folder/b/x"], not: ["folder", "afolder/x", "folders/x"]),
        Row("/folder/", ["folder/x", "folder/b/x"], not: ["a/folder/x", "folder"]),
        // One letter.
        Row("l?ss", ["less", "loss", "a/lass", "l?ss", "lßss"], not: ["floss", "lss", "leess", "l/ss"]),
        Row("h[ae]llo", ["hello", "hallo"], not: ["hullo", "h[ae]llo", "hllo"]),
        Row("h[a-c]x", ["hax", "hbx", "hcx"], not: ["hdx", "h-x", "hAx"]),
        Row("h[^ae]x", ["hbx", "h^x"], not: ["hax", "hex", "hx"]),
        Row("[]]", ["]"], not: ["[", "[]]"]),
        Row("[a\\]b]", ["a", "]", "b"], not: ["\\"]),
        Row("[a-]", ["a", "-"], not: ["b"]),
        Row("[\\!a]", ["!", "a"], not: ["b"]),
        // A backslash.
        Row("\\*.jpg", ["*.jpg"], not: ["x.jpg"]),
        Row("\\\\.jpg", ["\\.jpg"], not: ["x.jpg"]),
        Row("\\[one\\].jpg", ["[one].jpg"], not: ["o.jpg"]),
        Row("\\!x", ["!x"], not: ["x"]),
        Row("a,b", ["a,b"], not: ["a", "b"]),
        // Two stars.
        Row("**", ["a", "a/b", "a/b/c"], not: []),
        Row("/a/**", ["a/x", "a/b/c"], not: ["a", "b/a/x", "ab/x"]),
        Row("**/a", ["a", "b/a", "c/b/a"], not: ["ba", "a/b"]),
        Row("/**/*.iso", ["a/x.iso", "a/b/x.iso"], not: ["x.isos"]),
        // UTF-8.
        Row("é?", ["éa", "éé", "é💿", "x/éa"], not: ["é", "e\u{301}a"]),
        Row("[à-ü]", ["é"], not: ["e", "e\u{301}", "ÿ"]),
        Row("a b+c=%20~", ["a b+c=%20~", "x/a b+c=%20~"], not: ["a b c= ~"]),
    ]

    /// Where gitignore and rclone differ, or one of them has it alone.
    private static let decided = [
        // gitignore: a slash within anchors. (rclone: at any depth.)
        Row("a/b", ["a/b"], not: ["c/a/b", "a/b/c"]),
        Row("a/*.jpg", ["a/x.jpg"], not: ["c/a/x.jpg", "a/b/x.jpg"]),
        // gitignore: two stars between slashes are also no folder at all. (rclone: at least one.)
        Row("a/**/b", ["a/b", "a/x/b", "a/x/y/b"], not: ["ab", "a/xb", "x/a/b"]),
        Row("/**/x", ["x", "a/x"], not: ["ax"]),
        Row("a/**/**/b", ["a/b", "a/x/b"], not: ["ab"]),
        Row("a/**/", ["a/x/y"], not: ["a/x", "a"]),
        Row("a/**/*", ["a/x", "a/x/y"], not: ["a"]),
        // rclone: two stars beside letters cross. (gitignore: they are one star.)
        Row("/a**.jpg", ["a.jpg", "a/b.jpg", "ab/c/d.jpg"], not: ["ba.jpg"]),
        Row("a**b", ["ab", "a/b", "x/a/y/b", "axb"], not: ["xab"]),
        Row("**.iso", ["x.iso", "a/b/x.iso"], not: ["x.isos"]),
        // rclone: a name is no folder. (gitignore: what lies beneath it goes with it.)
        Row("a", ["a", "x/a"], not: ["a/b"]),
        // rclone: braces. (gitignore: letters.)
        Row("{one,two}_potato", ["one_potato", "a/two_potato"], not: ["three_potato", "_potato", "{one,two}_potato"]),
        Row("*.iso{,-CHECKSUM}", ["x.iso", "x.iso-CHECKSUM"], not: ["x.iso-", "x.iso-CHECKSUMS"]),
        Row("{a*,[bc]?}x", ["ax", "aaax", "bbx", "c-x"], not: ["bx", "dx", "a/x"]),
        Row("{x}", ["x"], not: ["{x}"]),
        Row("{a**c,d}", ["ac", "a/b/c", "x/a/c", "d", "x/d"], not: ["ad", "a/b/e"]),
        Row("/{a,b}/{c,d}", ["a/c", "b/d"], not: ["a/b", "x/a/c"]),
        Row("\\{a,b\\}", ["{a,b}"], not: ["a", "b"]),
        Row("{a\\,b,c}", ["a,b", "c"], not: ["a", "b"]),
        // gitignore: "!" in a set, as "^". (rclone: a letter.)
        Row("h[!ae]x", ["hbx", "h!x"], not: ["hax", "hex"]),
        // gitignore: no set has a slash in it. (rclone: one with "^" has.)
        Row("h[^ae]x", [], not: ["h/x"]),
        Row("h[+-9]x", ["h0x"], not: ["h/x"]),
        // Neither strips, skips or folds anything.
        Row("#x ", ["#x "], not: ["x", "#x"]),
        Row("X", ["X"], not: ["x"]),
        // What only a bucket has: empty segments, and keys that end in a slash.
        Row("/a/*", ["a/", "a/x"], not: ["a", "a//"]),
        Row("a//b", ["a//b"], not: ["a/b"]),
        Row("x", ["/x", "a//x"], not: ["x/"]),
        Row("\\/x", ["x"], not: ["a/x"]),
    ]

    @Test("Each pattern selects what it says", arguments: both + decided)
    func selects(row: Row) throws {
        let globs = try Globs([row.pattern])
        for key in row.selects { #expect(globs.includes(key), "\(key)") }
        for key in row.leaves { #expect(!globs.includes(key), "\(key)") }
        // The same pattern behind a "!" leaves out just these, and alone it takes all others.
        let others = try Globs(["!" + row.pattern])
        for key in row.selects { #expect(!others.includes(key), "\(key)") }
        for key in row.leaves { #expect(others.includes(key), "\(key)") }
    }

    @Test("The last pattern that matches decides")
    func order() throws {
        let globs = try Globs(["*.iso*", "!*-test.*", "special-test.iso"])
        #expect(globs.includes("x.iso"))
        #expect(globs.includes("a/x.iso.torrent"))
        #expect(!globs.includes("x-test.iso"))
        #expect(globs.includes("special-test.iso"))
        #expect(!globs.includes("readme"))

        let late = try Globs(["!*.iso", "*"])
        #expect(late.includes("x.iso"))
        let onlyOut = try Globs(["!*.tmp", "!old/"])
        #expect(onlyOut.includes("x.iso"))
        #expect(!onlyOut.includes("x.tmp"))
        #expect(!onlyOut.includes("old/x.iso"))
        #expect(!(try Globs([String]()).includes("x.iso")))
    }

    @Test(
        "Nothing selects Freshet's own folder",
        arguments: [
            "**", "*", ".freshet/", ".freshet/**", "/.freshet/*", "*.sqlite", "!x", "[.]freshet/ledger.sqlite",
            "{.freshet,x}/**", "**/.freshet/**", ".freshet/\u{301}x",
        ])
    func ownFolder(pattern: String) throws {
        let globs = try Globs([pattern])
        for key in [
            ".freshet/ledger.sqlite", ".freshet/assets/00", "testing/.freshet/ledger.sqlite", ".freshet/",
            ".freshet/\u{301}x", ".freshet//x",
        ] {
            #expect(!globs.includes(key), "\(key)")
            #expect(OwnFolder.holds(key), "\(key)")
        }
        for key in [".freshet", "x/.freshet", "a.freshet/x", ".freshets/x", ".Freshet/x", ""] {
            #expect(!OwnFolder.holds(key), "\(key)")
        }
    }

    @Test("Stars without end take no time", .timeLimit(.minutes(1)))
    func noBlowUp() throws {
        let key = String(repeating: "a", count: 1024)
        let stars = String(repeating: "a*", count: 500) + "b"
        #expect(!(try Globs([stars]).includes(key)))
        #expect(try Globs([stars]).includes(key + "b"))
        let crossing = "/" + String(repeating: "**a", count: 300) + "**b"
        #expect(!(try Globs([crossing]).includes(key)))
        let folders = String(repeating: "**/", count: 300) + "b"
        #expect(!(try Globs([folders]).includes(String(repeating: "a/", count: 512))))
        let choices = String(repeating: "{a,aa,}", count: 140) + "b"
        #expect(!(try Globs([choices]).includes(key)))
        let empty = "{" + String(repeating: ",", count: 1000) + "}"
        #expect(!(try Globs([empty]).includes(key)))
    }
}
