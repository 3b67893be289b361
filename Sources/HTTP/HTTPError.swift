/// Why there is no answer, or not all of it. An answer with a status that says no is an answer, not an error.
package struct HTTPError: Error {
    package enum Limit: Sendable, Equatable {
        case connect(Duration)
        case idle(Duration)
        case total(Duration)
    }

    package enum Kind: Sendable, Equatable {
        /// libcurl cannot be opened; the linker's words.
        case library(String)
        /// What is wrong with the URL.
        case url(String)
        /// What is wrong with a field of the request.
        case header(String)
        case resolve(host: String)
        case connect(String)
        case proxy(String)
        case tls(String, authorities: String?)
        case timeout(Limit)
        /// The connection ended before the answer did.
        case interrupted(afterBytes: Int64)
        case tooLarge(String, limitBytes: Int64)
        case refusedAddress(IPAddress, String)
        case tooManyRedirects(Int)
        case bodyLength(promised: Int64, given: Int64)
        /// The body that was to be sent could not be read; the error's `cause` says why.
        case source
        case cancelled
        /// What came is not HTTP.
        case notHTTP(String)
        case other(code: Int, String)
    }

    package let kind: Kind
    package let method: String
    /// The URL without what must not be shown.
    package let address: String
    /// Whether anything of the request left this machine.
    package let wasSent: Bool
    package let cause: (any Error)?

    package init(_ kind: Kind, _ method: String, _ url: String, wasSent: Bool = false, cause: (any Error)? = nil) {
        self.kind = kind
        self.method = method
        address = url.maskedURL
        self.wasSent = wasSent
        self.cause = cause
    }
}

extension HTTPError {
    /// Whether it may go better next time.
    package var isPassing: Bool {
        switch kind {
        case .resolve, .connect, .interrupted, .timeout(.connect), .timeout(.idle): true
        case .source: (cause as? HTTPError)?.isPassing ?? false
        case .library, .url, .header, .proxy, .tls, .timeout(.total), .tooLarge, .refusedAddress, .tooManyRedirects,
            .bodyLength, .cancelled, .notHTTP, .other:
            false
        }
    }
}
