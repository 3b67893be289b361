import Synchronization

/// The two output streams. Whatever is written passes here, so this is where secrets are masked, where control
/// characters lose their power over the terminal, and where a standing progress line is taken out of the way.
package final class Console: Sendable {
    package let output: Outlet
    package let errors: Outlet

    private let secrets = Mutex<[[UInt8]]>([])
    private let outputTurn = Mutex(())

    /// Holds the turn to write to `errors`.
    private let lastLine = Mutex(LastLine.ended)

    /// What the cursor of the terminal stands behind.
    private enum LastLine {
        case ended
        case status
        /// The last words were said; whatever still comes is not for a person.
        case closed
    }

    package init(output: Outlet, errors: Outlet) {
        self.output = output
        self.errors = errors
    }

    // MARK: Standard output

    /// Writes text that was asked for. Callers write whole lines; the newline is theirs.
    package func out(_ text: String, in style: Style = .plain) throws(OutputError) {
        try send(Array(shown(text, in: style, on: output).utf8))
    }

    /// Writes the contents of a file as they are. They cannot be masked without breaking them, so bytes that hold a
    /// secret are refused.
    package func out(bytes: [UInt8]) throws(OutputError) {
        guard secrets.withLock({ !$0.contains { !bytes.ranges(of: $0).isEmpty } }) else { throw .secret }
        try send(bytes)
    }

    // MARK: Standard error

    /// Writes one line of diagnostics; `lead` comes first and wears the style.
    ///
    /// When standard error itself fails there is nobody left to tell.
    package func err(_ line: String, lead: String = "", in style: Style = .plain) {
        let text = shown(lead, in: style, on: errors) + shown(line, in: .plain, on: errors) + "\n"
        lastLine.withLock { last in
            guard last != .closed else { return }
            try? errors.write(Array((clearing(&last) + text).utf8))
        }
    }

    /// Draws `line` over the status line that stood before, or takes it away for nil. Only for terminals.
    package func status(_ line: String?) {
        let text = shown(line ?? "", in: .plain, on: errors)
        lastLine.withLock { last in
            guard last != .closed else { return }
            try? errors.write(Array((clearing(&last) + text).utf8))
            if line != nil { last = .status }
        }
    }

    /// The last line of a program that was told to stop; nothing follows it on this stream. It waits for nobody: a
    /// thread may be stuck in a write and hold the turn for ever.
    package func lastWords(_ line: String) {
        _ = lastLine.withLockIfAvailable { last in
            try? errors.write(Array((clearing(&last) + line + "\n").utf8))
            last = .closed
        }
    }

    // MARK: Secrets

    /// From now on `secret` appears as `***` wherever text is written. A secret of several lines, such as a private
    /// key, is also masked line by line.
    package func mask(_ secret: String) {
        let lines = secret.utf8.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.map(Array.init)
        let added = [Array(secret.utf8)] + lines
        secrets.withLock { known in
            for secret in added where !secret.isEmpty && !known.contains(secret) { known.append(secret) }
            // A secret may be the beginning of another one.
            known.sort { $0.count > $1.count }
        }
    }

    // MARK: Inside

    private func send(_ bytes: [UInt8]) throws(OutputError) {
        guard output.isTerminal else {
            return try outputTurn.withLock { (_: inout sending Void) throws(OutputError) in try output.write(bytes) }
        }
        // Both streams end on one screen: no status line may be drawn between clearing and writing.
        try lastLine.withLock { (last: inout sending LastLine) throws(OutputError) in
            try? errors.write(Array(clearing(&last).utf8))
            try output.write(bytes)
        }
    }

    /// What takes a status line away, if one stands there.
    private func clearing(_ last: inout LastLine) -> String {
        guard last == .status else { return "" }
        last = .ended
        return "\r\u{1b}[K"
    }

    private func shown(_ text: String, in style: Style, on outlet: Outlet) -> String {
        let safe = masked(text).printableLines
        return outlet.allowsColour && !safe.isEmpty ? style.paint(safe) : safe
    }

    private func masked(_ text: String) -> String {
        secrets.withLock { secrets in
            guard !secrets.isEmpty else { return text }
            // Bytes, not characters: a combining accent behind a secret must not hide it.
            let bytes = secrets.reduce(Array(text.utf8)) { $0.replacing($1, with: Array("***".utf8)) }
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}
