import Configuration
import Publishing
import Testing

@Suite("Settings")
struct SettingsTests {
    static let example = """
        # Where the images can be had, the preferred place first.
        public:
          - https://projectbluefin.dev
          - https://download.projectbluefin.io/iso/

        region: auto
        path-style: false

        filters:
          stable: ["*stable*.iso*"]
          lts:
            - '*lts*.iso*'
            - "!*-hwe*"
          all: &all ["*.iso", "*.iso-CHECKSUM", "*.iso.torrent", "*.iso.torrent-CHECKSUM"]
          everything: *all

        buckets:
          testing:
            endpoint: http://127.0.0.1:9000
            region: eu-central-1
            path-style: true
          s3://testing/iso:
            region: us-east-1
            public: [https://testing.example/]

        """

    @Test("A whole file")
    func whole() throws {
        let settings = try Reading.settings(Self.example)
        #expect(
            settings.publicPrefixes == ["https://projectbluefin.dev", "https://download.projectbluefin.io/iso/"])
        #expect(settings.endpoint == nil)
        #expect(settings.region == "auto")
        #expect(settings.isPathStyle == false)
        #expect(settings.filters?.keys.sorted() == ["all", "everything", "lts", "stable"])
        #expect(settings.filters?["lts"] == (try Globs(["*lts*.iso*", "!*-hwe*"])))
        #expect(settings.filters?["everything"] == settings.filters?["all"])
        #expect(settings.filters?["all"]?.includes("x/bluefin.iso.torrent-CHECKSUM") == true)
        #expect(settings.buckets?.keys.sorted() == ["s3://testing/iso", "testing"])
        #expect(settings.buckets?["testing"]?.isPathStyle == true)
    }

    @Test("A bucket takes what is given for its most exact name")
    func buckets() throws {
        let settings = try Reading.settings(Self.example)
        let exact = settings.bucket("s3://testing/iso", "s3://testing", "testing")
        #expect(exact.region == "us-east-1")
        #expect(exact.endpoint == "http://127.0.0.1:9000")
        #expect(exact.isPathStyle == true)
        #expect(exact.publicPrefixes == ["https://testing.example/"])
        #expect(settings.bucket("testing").region == "eu-central-1")
        #expect(settings.bucket("production") == BucketSettings())
        #expect(Settings().bucket("testing") == BucketSettings())
    }

    @Test("Flags, variables and inputs take the same names under the same rules")
    func words() throws {
        #expect(Settings.words == ["public", "endpoint", "region", "path-style"])
        var settings = Settings()
        try settings.set("public", to: ["https://a", "https://b/c"], from: "--public")
        try settings.set("endpoint", to: ["http://a:9000"], from: "AWS_ENDPOINT_URL")
        try settings.set("region", to: ["eu", "true"], from: "--region")
        try settings.set("path-style", to: ["true"], from: "--path-style")
        #expect(settings.publicPrefixes == ["https://a", "https://b/c"])
        #expect(settings.endpoint == "http://a:9000")
        #expect(settings.region == "true")
        #expect(settings.isPathStyle == true)
    }

    @Test(
        "What they say is refused by their own names",
        arguments: [
            ("path-style", ["yes"], "--x: expected true or false, found the text \"yes\""),
            ("path-style", [], "--x: expected true or false, found nothing"),
            (
                "public", ["https://a", "ftp://b"],
                "--x: expected an http or https address with a host, and no user, query or fragment"
            ),
            ("region", [""], "--x: expected a name of letters, digits, \"-\", \"_\" and \".\", found another text"),
            ("filters", ["a"], "--x: there is no key \"filters\" here"),
            ("regoin", ["a"], "--x: there is no key \"regoin\" here; did you mean \"region\"?"),
        ] as [(String, [String], String)])
    func refusedWords(name: String, words: [String], problem: String) {
        var settings = Settings()
        let error = #expect(throws: ConfigurationError.self) { try settings.set(name, to: words, from: "--x") }
        #expect(error?.problem == problem)
        #expect(settings == Settings())
    }

    @Test("A flag beats the environment, which beats the file")
    func precedence() throws {
        let file = try Reading.settings(
            "region: file\nendpoint: https://file\npublic: [https://file]\npath-style: true")
        var environment = Settings()
        try environment.set("region", to: ["environment"], from: "AWS_REGION")
        try environment.set("public", to: ["https://environment"], from: "X")
        var flags = Settings()
        try flags.set("region", to: ["flag"], from: "--region")
        try flags.set("path-style", to: ["false"], from: "--path-style")
        let settings = flags.over(environment).over(file)
        #expect(settings.region == "flag")
        #expect(settings.isPathStyle == false)
        #expect(settings.publicPrefixes == ["https://environment"])
        #expect(settings.endpoint == "https://file")
    }
}
