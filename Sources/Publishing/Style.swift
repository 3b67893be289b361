/// The few ways in which text stands out on a terminal.
package enum Style: Sendable {
    case plain, bold, red, yellow, green

    /// The text between the terminal's codes for this style.
    func paint(_ text: String) -> String {
        switch self {
        case .plain: text
        case .bold: "\u{1b}[1m\(text)\u{1b}[0m"
        case .red: "\u{1b}[1;31m\(text)\u{1b}[0m"
        case .yellow: "\u{1b}[1;33m\(text)\u{1b}[0m"
        case .green: "\u{1b}[1;32m\(text)\u{1b}[0m"
        }
    }
}
