import Command
import Testing

/// Trackers, tiers and files of trackers.
@Suite struct MakeTrackersTests {
    private let file = """
        # The first tier
        udp://f1.example:1/announce
        https://f2.example/announce # the second of it
        # A comment alone does not part them.
        ws://f3.example/

          \t
        wss://f4.example/a\r
        \r
        http://f5.example:80/announce
        """

    private func trackers(_ flags: [String]) throws -> [[String]] {
        let stage = try FrameStage(files: ["x": payload(5), "list": Array(file.utf8)])
        let outcome = stage.run(["make", "x", "--json"] + flags)
        #expect(outcome.exit == 0, "\(outcome.err)")
        let told = try Told.one(outcome)
        // `announce` is the first of all, for those who read nothing else.
        if let first = told.trackers.first?.first {
            #expect(stage.text("x.torrent")?.contains("8:announce\(first.utf8.count):\(first)13:announce-list") == true)
        } else {
            #expect(stage.text("x.torrent")?.contains("announce") == false)
        }
        return told.trackers
    }

    @Test func oneATierUnlessSaidOtherwise() throws {
        let flags = ["--tracker", "http://a.example/", "--tier", "http://b.example/,http://c.example/"]
        #expect(
            try trackers(flags + ["--tracker", "http://d.example/"])
                == [["http://a.example/"], ["http://b.example/", "http://c.example/"], ["http://d.example/"]])
        #expect(try trackers([]).isEmpty)
    }

    @Test func spacesBesideACommaArePassedOver() throws {
        let tier = " http://a.example/ , http://b.example/x y,, "
        #expect(try trackers(["--tier", tier]) == [["http://a.example/", "http://b.example/x%20y"]])
    }

    @Test func aFileOfTrackersHasTiers() throws {
        #expect(
            try trackers(["--trackers", "list"]) == [
                ["udp://f1.example:1/announce", "https://f2.example/announce", "ws://f3.example/"],
                ["wss://f4.example/a"],
                ["http://f5.example:80/announce"],
            ])
    }

    @Test func theOrderIsTheWrittenOne() throws {
        let told = try trackers([
            "--tier", "http://z.example/", "--trackers=list", "--tracker=http://a.example/",
        ])
        #expect(told.first == ["http://z.example/"] && told.last == ["http://a.example/"])
        #expect(told.count == 5)
    }

    @Test func eachTrackerOnce() throws {
        let told = try trackers([
            "--tracker", "https://f2.example/announce", "--tracker", "https://f2.example/announce",
            "--trackers", "list", "--trackers", "list", "--tier", "wss://f4.example/a,http://new.example/",
        ])
        #expect(
            told == [
                ["https://f2.example/announce"], ["udp://f1.example:1/announce", "ws://f3.example/"],
                ["wss://f4.example/a"], ["http://f5.example:80/announce"], ["http://new.example/"],
            ])
    }

    @Test(arguments: [
        ("udp://a.example:6969", "udp://a.example:6969"),
        ("HTTP://a.example/x y", "HTTP://a.example/x%20y"),
        ("http://[::1]:80/announce", "http://[::1]:80/announce"),
        ("https://user:key@a.example/?passkey=%41&x=ü", "https://user:key@a.example/?passkey=%41&x=%C3%BC"),
    ])
    func urlsAreTakenAsTheyAre(written: String, read: String) throws {
        #expect(try trackers(["--tracker", written]) == [[read]])
    }
}
