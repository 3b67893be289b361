extension Moment {
    /// Reads a moment as people and programs write it:
    /// - `@1700000000` or `1700000000`, seconds since 1970, as in `SOURCE_DATE_EPOCH`;
    /// - `2026-11-21`, the day's first moment in UTC;
    /// - `2026-11-21T03:36:58Z`, where `T` may be a space, the seconds may be missing or have a fraction, and
    ///   `+02:00` may stand for `Z`. Without a zone it is UTC.
    package init(_ text: String) throws(MomentError) {
        var scanner = Scanner(text)
        self = try scanner.isEpoch ? scanner.epoch() : scanner.calendar()
    }

    /// Reads one text from left to right.
    private struct Scanner {
        private let text: String
        private var rest: ArraySlice<UInt8>

        init(_ text: String) {
            self.text = text
            rest = Array(text.utf8)[...]
        }

        var isEpoch: Bool {
            let number = rest.first == UInt8(ascii: "@") ? rest.dropFirst() : rest
            let digits = number.first == UInt8(ascii: "-") ? number.dropFirst() : number
            return !digits.isEmpty && digits.allSatisfy(Self.isDigit)
        }

        mutating func epoch() throws(MomentError) -> Moment {
            _ = take("@")
            guard let seconds = Int64(String(decoding: rest, as: UTF8.self)), let moment = Moment(seconds: seconds)
            else { throw .impossible(text) }
            return moment
        }

        mutating func calendar() throws(MomentError) -> Moment {
            let year = try number(4)
            try expect("-")
            let month = try number(2)
            try expect("-")
            let day = try number(2)
            guard let date = CalendarDate(year: year, month: month, day: day) else { throw .impossible(text) }
            let midnight = Int64(date.daysSince1970) * 86_400_000
            if rest.isEmpty { return Moment(milliseconds: midnight) }
            guard take("T") || take("t") || take(" ") else { throw .unreadable(text) }
            let sinceMidnight = try time()
            let ahead = try offset()
            guard rest.isEmpty else { throw .unreadable(text) }
            let moment = Moment(milliseconds: midnight + sinceMidnight - ahead)
            guard Moment.secondsWithDates.contains(moment.seconds) else { throw .impossible(text) }
            return moment
        }

        /// Milliseconds since midnight.
        private mutating func time() throws(MomentError) -> Int64 {
            let hour = try number(2)
            try expect(":")
            let minute = try number(2)
            let second = take(":") ? try number(2) : 0
            guard hour < 24, minute < 60, second < 60 else { throw .impossible(text) }
            return Int64(hour * 3600 + minute * 60 + second) * 1000 + (take(".") ? try fraction() : 0)
        }

        /// What follows the point, cut to milliseconds.
        private mutating func fraction() throws(MomentError) -> Int64 {
            let digits = rest.prefix(while: Self.isDigit)
            guard !digits.isEmpty else { throw .unreadable(text) }
            rest = rest.dropFirst(digits.count)
            let padded = Array(digits.prefix(3)) + Array(repeating: UInt8(ascii: "0"), count: max(0, 3 - digits.count))
            return padded.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
        }

        /// How many milliseconds the written clock is ahead of UTC.
        private mutating func offset() throws(MomentError) -> Int64 {
            if rest.isEmpty || take("Z") || take("z") { return 0 }
            let sign: Int64 = take("-") ? -1 : 1
            if sign == 1 { try expect("+") }
            let hours = try number(2)
            try expect(":")
            let minutes = try number(2)
            guard hours < 24, minutes < 60 else { throw .impossible(text) }
            return sign * Int64(hours * 3600 + minutes * 60) * 1000
        }

        private mutating func number(_ count: Int) throws(MomentError) -> Int {
            let digits = rest.prefix(count)
            guard digits.count == count, digits.allSatisfy(Self.isDigit) else { throw .unreadable(text) }
            rest = rest.dropFirst(count)
            return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        }

        private mutating func take(_ sign: Unicode.Scalar) -> Bool {
            guard rest.first == UInt8(ascii: sign) else { return false }
            rest = rest.dropFirst()
            return true
        }

        private mutating func expect(_ sign: Unicode.Scalar) throws(MomentError) {
            guard take(sign) else { throw .unreadable(text) }
        }

        private static func isDigit(_ byte: UInt8) -> Bool {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
    }
}
