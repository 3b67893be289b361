import Testing
import Torrents

@Suite("Trackers and web seeds as people write them")
struct AnnouncingTests {
    @Test(
        "Trackers",
        arguments: [
            ("udp://tracker.example:6969/announce", "udp://tracker.example:6969/announce"),
            ("udp://tracker.example:6969", "udp://tracker.example:6969"),
            ("http://tracker.example/announce", "http://tracker.example/announce"),
            ("https://tracker.example:443/announce?key=a&b=c", "https://tracker.example:443/announce?key=a&b=c"),
            ("ws://tracker.example", "ws://tracker.example"),
            ("wss://tracker.example/", "wss://tracker.example/"),
            ("HTTP://Tracker.example/A", "HTTP://Tracker.example/A"),
            ("http://user:pass@tracker.example:80/", "http://user:pass@tracker.example:80/"),
            ("udp://[2001:db8::1]:6969/announce", "udp://[2001:db8::1]:6969/announce"),
            ("http://[2001:db8::1]/announce", "http://[2001:db8::1]/announce"),
            ("http://tracker.example/an nounce", "http://tracker.example/an%20nounce"),
            ("http://tracker.example/é", "http://tracker.example/%C3%A9"),
            ("http://tracker.example/%20%zz", "http://tracker.example/%20%25zz"),
        ])
    func trackers(url: String, written: String) throws {
        #expect(try Announcing.tracker(url) == written)
        #expect(written.isEscapedURL)
    }

    @Test(
        "What is no tracker",
        arguments: [
            ("", "\"\" is not a tracker's URL"),
            ("tracker.example:6969", "\"tracker.example:6969\" is not a tracker's URL"),
            ("udp:/tracker.example", "\"udp:/tracker.example\" is not a tracker's URL"),
            ("udp://", "\"udp://\" is not a tracker's URL"),
            ("udp:///announce", "\"udp:///announce\" is not a tracker's URL"),
            ("udp://:6969", "\"udp://:6969\" is not a tracker's URL"),
            ("udp://a.example:0", "\"udp://a.example:0\" is not a tracker's URL"),
            ("udp://a.example:65536", "\"udp://a.example:65536\" is not a tracker's URL"),
            ("udp://a.example:port", "\"udp://a.example:port\" is not a tracker's URL"),
            ("udp://a.example:", "\"udp://a.example:\" is not a tracker's URL"),
            ("udp://a.example:1:2", "\"udp://a.example:1:2\" is not a tracker's URL"),
            ("udp://[::1:6969", "\"udp://[::1:6969\" is not a tracker's URL"),
            ("udp://[::1]6969", "\"udp://[::1]6969\" is not a tracker's URL"),
            ("ht tp://a.example", "\"ht tp://a.example\" is not a tracker's URL"),
            ("udp://a.example/announce", "\"udp://a.example/announce\": a udp tracker needs its port"),
            ("ftp://a.example", "\"ftp://a.example\": trackers speak udp, http, https, ws or wss, not ftp"),
            ("magnet://a", "\"magnet://a\": trackers speak udp, http, https, ws or wss, not magnet"),
        ])
    func noTrackers(url: String, problem: String) {
        let refusal = #expect(throws: Announcing.Refusal.self) { _ = try Announcing.tracker(url) }
        #expect(refusal?.problem == problem)
    }

    @Test(
        "A port is digits and nothing else", arguments: ["udp://a.example:+80", "http://a.example:-1/", "ws://a:0x50"])
    func ports(url: String) {
        #expect(throws: Announcing.Refusal.self) { _ = try Announcing.tracker(url) }
    }

    @Test(
        "Web seeds of one file",
        arguments: [
            ("https://d.example/{name}", "https://d.example/a%20b.iso"),
            ("https://d.example/x/{name}?v={name}", "https://d.example/x/a%20b.iso?v=a%20b.iso"),
            ("https://d.example/fixed.iso", "https://d.example/fixed.iso"),
            // A client would add the name itself; not every client does.
            ("https://d.example/x/", "https://d.example/x/a%20b.iso"),
            ("https://d.example", "https://d.example/a%20b.iso"),
            ("http://d.example:8080/a b.iso", "http://d.example:8080/a%20b.iso"),
            ("HTTPS://d.example/a", "HTTPS://d.example/a"),
        ])
    func webSeeds(template: String, url: String) throws {
        #expect(try Announcing.webSeed(template, name: "a b.iso", isSingleFile: true) == url)
        #expect(url.isEscapedURL)
    }

    @Test(
        "Web seeds of a folder",
        arguments: [
            ("https://d.example/x/", "https://d.example/x/"), ("https://d.example/x", "https://d.example/x/"),
            ("https://d.example", "https://d.example/"), ("https://d.example/{name}", "https://d.example/a%20b/"),
        ])
    func folderWebSeeds(template: String, url: String) throws {
        #expect(try Announcing.webSeed(template, name: "a b", isSingleFile: false) == url)
    }

    @Test(
        "What is no web seed", arguments: ["", "d.example/x", "ftp://d.example/x", "udp://d.example:1/", "https:///x"])
    func noWebSeeds(template: String) {
        let refusal = #expect(throws: Announcing.Refusal.self) {
            _ = try Announcing.webSeed(template, name: "a", isSingleFile: true)
        }
        #expect(refusal?.problem == "\"\(template)\" is not a web seed's URL")
        #expect(refusal?.advice == "such as https://download.example/{name}")
    }

    @Test("A trackers file: a line each, an empty line begins a tier, # a comment")
    func file() throws {
        let text = """
            # All of them

            udp://a.example:1   # the first
            # between two of a tier
            \tudp://b.example:2


            https://c.example/announce\r
               \t
            wss://d.example

            # the end
            """
        #expect(
            try Announcing.tiers(ofFile: text) == [
                ["udp://a.example:1", "udp://b.example:2"], ["https://c.example/announce"], ["wss://d.example"],
            ])
        #expect(try Announcing.tiers(ofFile: "") == [])
        #expect(try Announcing.tiers(ofFile: "# nothing\n\n") == [])
        // What some editors put before the first line.
        #expect(try Announcing.tiers(ofFile: "\u{feff}udp://a.example:1\n") == [["udp://a.example:1"]])
        #expect(
            try Announcing.tiers(ofFile: "udp://a.example:1\r\n\r\nudp://b.example:1") == [
                ["udp://a.example:1"], ["udp://b.example:1"],
            ])
    }

    @Test("A fault in a trackers file names its line")
    func fileFault() {
        let refusal = #expect(throws: Announcing.Refusal.self) {
            _ = try Announcing.tiers(ofFile: "udp://a.example:1\n\n# comment\nnonsense # here\n")
        }
        #expect(refusal?.problem == "line 4: \"nonsense\" is not a tracker's URL")
        #expect(refusal?.advice == "such as udp://tracker.example:6969/announce")
    }

    @Test("Each tracker once, where it stands first")
    func distinct() {
        #expect(
            Announcing.distinct([["a", "b", "a"], ["b"], ["c", "a"]]) == [["a", "b"], ["c"]])
        #expect(Announcing.distinct([]) == [])
    }
}

@Suite("Percent encoding")
struct PercentEncodingTests {
    @Test("In a part: all but letters, digits and -._~")
    func parts() {
        #expect("AZaz09-._~".percentEncoded == "AZaz09-._~")
        #expect("a b/c?d&e=f+g%".percentEncoded == "a%20b%2Fc%3Fd%26e%3Df%2Bg%25")
        #expect("é\u{1f4be}\n\0".percentEncoded == "%C3%A9%F0%9F%92%BE%0A%00")
        #expect("".percentEncoded == "")
    }

    @Test("In a URL: only what no URL may hold, and never twice")
    func urls() {
        let fine = "https://u:p@a.example:1/b;c=d/(e)!$'*+,~?f=g&h[]=@#i%20"
        #expect(fine.escapedURL == fine)
        #expect(fine.isEscapedURL)
        #expect("a b\"<>\\^`{|}é%".escapedURL == "a%20b%22%3C%3E%5C%5E%60%7B%7C%7D%C3%A9%25")
        #expect("%zz%2%20%e9".escapedURL == "%25zz%252%20%e9")
        for url in ["a b", "%zz", "%", "é", "100%"] {
            #expect(!url.isEscapedURL)
            #expect(url.escapedURL.isEscapedURL)
            #expect(url.escapedURL.escapedURL == url.escapedURL)
        }
    }
}
