/// Which words a flag or an operand takes, as far as that can be known beforehand.
package enum Values: Sendable {
    case anything
    case files
    /// Only these; others are refused with the nearest one as advice.
    case oneOf([String])
}
