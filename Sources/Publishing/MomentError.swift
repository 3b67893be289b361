/// Why a text names no moment.
package enum MomentError: Error, Equatable, CustomStringConvertible {
    /// The text has none of the forms that are understood.
    case unreadable(String)
    /// The form is right, but there is no such day, time or year.
    case impossible(String)

    package var description: String {
        switch self {
        case .unreadable(let text): "\"\(text)\" is not a time"
        case .impossible(let text): "\"\(text)\" does not exist in the calendar"
        }
    }

    /// What to write instead.
    package static let advice = "2026-11-21, 2026-11-21T03:36:58Z, or seconds since 1970 as @1700000000"
}
