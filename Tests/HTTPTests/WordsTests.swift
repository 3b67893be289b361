import HTTP
import Support
import Testing

struct WordsTests {
    @Test(arguments: [
        ("https://example.org/a/b", "https://example.org/a/b"),
        ("https://example.org:8443/a@b/c", "https://example.org:8443/a@b/c"),
        ("https://[::1]:80/a", "https://[::1]:80/a"),
        ("https://user:secret@example.org/a", "https://…@example.org/a"),
        ("https://secret@example.org", "https://…@example.org"),
        ("https://example.org/a?X-Amz-Signature=secret", "https://example.org/a?…"),
        ("https://example.org/a#secret", "https://example.org/a"),
        ("https://example.org?token=secret@x", "https://…?…"),
        ("https://user:sec/ret@example.org/a", "https://…@example.org/a"),
        ("https://user:sec?ret@example.org/a", "https://…?…"),
        ("https://user:sec#ret@example.org/a", "https://…"),
        ("https://a@b:sec@ret@example.org/a", "https://…@example.org/a"),
        ("user:secret@example.org", "…@example.org"),
        ("", ""),
    ])
    func whatIsShownOfAURL(_ url: String, _ shown: String) {
        #expect(url.maskedURL == shown)
    }

    @Test(
        arguments: [
            (.library("libcurl.so.4: cannot open"), "libcurl cannot be used: libcurl.so.4: cannot open", "libcurl4"),
            (.resolve(host: "nowhere"), "the name nowhere cannot be resolved", "DNS"),
            (.connect("refused"), "no connection: refused", "port"),
            (.tls("self-signed", authorities: nil), "no trusted connection: self-signed", "ca-certificates"),
            (.tls("self-signed", authorities: "/x.pem"), "no trusted connection: self-signed", "/x.pem"),
            (.timeout(.connect(.seconds(30))), "no connection within 30 s", "host"),
            (.timeout(.idle(.milliseconds(1500))), "nothing moved for 1.5 s", "again"),
            (.timeout(.total(.seconds(60))), "not done within 60 s", "again"),
            (.interrupted(afterBytes: 0), "the connection broke before the answer came", "again"),
            (.interrupted(afterBytes: 5), "the connection broke after 5 bytes of the answer", "again"),
            (.tooLarge("the body", limitBytes: 5), "the body of the answer has more than 5 bytes", nil),
            (.tooManyRedirects(3), "more than 3 redirects", nil),
            (.bodyLength(promised: 5, given: 4), "the body to send ended after 4 of 5 bytes", nil),
            (.bodyLength(promised: 5, given: 6), "the body to send has more than the 5 bytes that were announced", nil),
            (.cancelled, "called off", nil),
        ] as [(HTTPError.Kind, String, String?)])
    func everyErrorHasWords(_ kind: HTTPError.Kind, _ reason: String, _ advice: String?) {
        let error = HTTPError(kind, "GET", "https://user:secret@example.org/a?secret")
        #expect(error.problem == "GET https://…@example.org/a?…: \(reason)")
        if let advice { #expect(error.advice?.contains(advice) == true) } else { #expect(error.advice == nil) }
        #expect(!"\(error)".contains("secret"))
    }

    @Test func aRefusedAddressIsNamed() throws {
        let error = HTTPError(
            .refusedAddress(try #require(IPAddress("169.254.169.254")), "cloud metadata"), "GET", "http://x/")
        #expect(
            error.problem == "GET http://x/: the name leads to 169.254.169.254, which is a cloud metadata address")
        #expect(error.advice?.contains("--allow-private") == true)
    }

    @Test func aLibraryThatIsNotThereIsSaid() {
        #expect(HTTPLibrary.objection(to: "libnowhere.so.4")?.contains("libnowhere.so.4") == true)
        #expect(HTTPLibrary.objection(to: "libc.so.6")?.contains("curl_global_init") == true)
        #expect(HTTPLibrary.objection() == nil)
    }
}
