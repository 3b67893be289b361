import Crypto
import Testing

/// One way to hash side by side, as far as this processor has it.
struct Kernel: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let lanes: Lanes

    static let all: [Kernel] =
        [Kernel(testDescription: "off", lanes: .off), Kernel(testDescription: "fastest", lanes: .fastest)]
        + Lanes.Width.allCases.compactMap { width in
            Lanes.only(width).map { Kernel(testDescription: width.rawValue, lanes: $0) }
        }
}
