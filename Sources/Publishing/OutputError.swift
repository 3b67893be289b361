/// Why bytes could not be written to a stream.
package enum OutputError: Error, Equatable, CustomStringConvertible {
    /// The reader went away, as `head` does when it has seen enough.
    case closed
    case failed(reason: String)
    /// Bytes that may not be altered hold a registered secret.
    case secret

    package var description: String {
        switch self {
        case .closed: "the output was closed by its reader"
        case .failed(let reason): "the output cannot be written: \(reason)"
        case .secret: "the output would show a secret"
        }
    }
}
