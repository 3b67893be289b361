/// A point in time: milliseconds since 1970-01-01T00:00:00Z. Written and read as ISO 8601.
package struct Moment: Hashable, Comparable, Sendable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Nil where a calendar date has no four-digit year, from 0000 to 9999.
    package init?(seconds: Int64) {
        guard Self.secondsWithDates.contains(seconds) else { return nil }
        self.init(milliseconds: seconds * 1000)
    }

    /// Whole seconds since 1970, rounded down.
    package var seconds: Int64 {
        milliseconds / 1000 - (milliseconds % 1000 < 0 ? 1 : 0)
    }

    package static func < (left: Moment, right: Moment) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// The time that passed since `earlier`.
    package func since(_ earlier: Moment) -> Duration {
        .milliseconds(milliseconds) - .milliseconds(earlier.milliseconds)
    }

    /// From 0000-01-01T00:00:00Z to 9999-12-31T23:59:59Z.
    static let secondsWithDates = Int64(-62_167_219_200)...253_402_300_799
}

extension Moment: CustomStringConvertible {
    /// `2026-11-21T03:36:58Z`, with a fraction only where there is one; `@seconds` beyond the years 0000 to 9999.
    package var description: String {
        guard Self.secondsWithDates.contains(seconds) else { return "@\(seconds)" }
        let day = seconds >= 0 ? seconds / 86400 : (seconds - 86399) / 86400
        let second = Int(seconds - day * 86400)
        let date = CalendarDate(daysSince1970: Int(day))
        let fraction = Int(milliseconds - seconds * 1000)
        return digits(date.year, 4) + "-" + digits(date.month, 2) + "-" + digits(date.day, 2)
            + "T" + digits(second / 3600, 2) + ":" + digits(second / 60 % 60, 2) + ":" + digits(second % 60, 2)
            + (fraction == 0 ? "" : "." + digits(fraction, 3)) + "Z"
    }

    private func digits(_ number: Int, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }
}
