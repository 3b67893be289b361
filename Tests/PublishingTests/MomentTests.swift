import Publishing
import Testing

@Suite struct MomentTests {
    @Test(
        arguments: [
            ("@1700000000", 1_700_000_000_000),
            ("1700000000", 1_700_000_000_000),
            ("0", 0),
            ("@-1", -1000),
            ("1970-01-01", 0),
            ("2026-11-21", 1_795_219_200_000),
            ("2026-11-21T03:36:58Z", 1_795_232_218_000),
            ("2026-11-21t03:36:58z", 1_795_232_218_000),
            ("2026-11-21 03:36:58", 1_795_232_218_000),
            ("2026-11-21 03:36", 1_795_232_160_000),
            ("2026-11-21T03:36:58.5Z", 1_795_232_218_500),
            ("2026-11-21T03:36:58.123456789Z", 1_795_232_218_123),
            ("2026-11-21T05:36:58+02:00", 1_795_232_218_000),
            ("2026-11-20T22:06:58-05:30", 1_795_232_218_000),
            ("2000-02-29", 951_782_400_000),
            ("0000-01-01T00:00:00Z", -62_167_219_200_000),
            ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
        ] as [(String, Int64)])
    func reads(text: String, milliseconds: Int64) throws {
        #expect(try Moment(text).milliseconds == milliseconds)
    }

    @Test(arguments: [
        "", "now", "@", "@-", "-", "1.5", "2026-11", "2026-1-1", "26-11-21", "2026/11/21", "2026-11-21Z",
        "2026-11-21T", "2026-11-21T3:36", "2026-11-21T03", "2026-11-21T03:36:58.Z", "2026-11-21T03:36:58+0200",
        "2026-11-21T03:36:58Zulu", "2026-11-21  03:36", " 2026-11-21", "２０２６-11-21", "2026-11-21T03:36+2",
    ])
    func refusesOtherForms(text: String) {
        #expect(throws: MomentError.unreadable(text)) { try Moment(text) }
    }

    @Test(arguments: [
        "2026-13-01", "2026-00-01", "2026-02-30", "2026-02-29", "1900-02-29", "2026-04-31", "2026-11-00",
        "2026-11-21T24:00:00Z", "2026-11-21T23:60:00Z", "2026-11-21T23:59:60Z", "2026-11-21T03:36:58+24:00",
        "2026-11-21T03:36:58+02:60", "0000-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "@253402300800",
        "@9223372036854775807", "@9223372036854775808", "99999999999999999999999999", "@-62167219201",
    ])
    func refusesWhatIsInNoCalendar(text: String) {
        #expect(throws: MomentError.impossible(text)) { try Moment(text) }
    }

    @Test(
        arguments: [
            (1_795_232_218_000, "2026-11-21T03:36:58Z"),
            (1_795_232_218_007, "2026-11-21T03:36:58.007Z"),
            (-1, "1969-12-31T23:59:59.999Z"),
            (-62_167_219_200_000, "0000-01-01T00:00:00Z"),
            (253_402_300_800_000, "@253402300800"),
            (Int64.max, "@9223372036854775"),
            (Int64.min, "@-9223372036854776"),
        ] as [(Int64, String)])
    func prints(milliseconds: Int64, text: String) {
        #expect("\(Moment(milliseconds: milliseconds))" == text)
    }

    /// Steps of a little over a day and a second through all ten thousand years.
    @Test func readsWhatItPrints() throws {
        var milliseconds: Int64 = -62_167_219_200_000
        while milliseconds <= 253_402_300_799_999 {
            let moment = Moment(milliseconds: milliseconds)
            try #require(try Moment("\(moment)") == moment)
            milliseconds += 997 * 86_401_003
        }
    }

    @Test func everyDayFollowsTheOneBefore() throws {
        var previous = try Moment("1899-12-31")
        for year in 1900...2100 {
            for month in 1...12 {
                for day in 1...31 {
                    let text = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
                    guard let moment = try? Moment(text) else { continue }
                    try #require(moment.since(previous) == .seconds(86400))
                    previous = moment
                }
            }
        }
        #expect("\(previous)" == "2100-12-31T00:00:00Z")
    }

    @Test func secondsAreBoundedByTheCalendar() {
        #expect(Moment(seconds: 253_402_300_799) != nil)
        #expect(Moment(seconds: 253_402_300_800) == nil)
        #expect(Moment(seconds: .max) == nil)
        #expect(Moment(seconds: .min) == nil)
        #expect(Moment(milliseconds: -1).seconds == -1)
    }
}
