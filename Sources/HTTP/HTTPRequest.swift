package struct HTTPRequest: Sendable {
    package enum Version: Sendable {
        /// HTTP/2 where the server has it, for small exchanges: many share a connection.
        case best
        /// For large bodies: on HTTP/2 a reader who is slower than the network makes libcurl hold tens of MiB.
        case http1
    }

    package enum Redirects: Sendable, Equatable {
        /// The answer is the answer. For signed requests: the signature names one host and one path.
        case none
        /// Followed for GET and HEAD to anywhere, but only harmless fields go to another origin; with a body only
        /// within one origin.
        case follow(most: Int)
    }

    package var method: String
    /// As it goes over the wire: encoded by the caller, and left alone from there on, `..` and `//` in it included.
    package var url: String
    package var headers: HTTPHeaders
    package var body: HTTPBody
    package var version = Version.best
    package var redirects = Redirects.follow(most: 10)
    package var limits: HTTPLimits

    /// Whether the same request twice is as good as once, so that it may be sent again.
    package var isRepeatable: Bool

    /// Whether to wait for the server's "100 Continue" (a second at most) before a body goes out, so that a refusal
    /// costs no upload.
    package var awaitsContinue = false

    /// Called before each attempt: for a signature, which is good for some minutes only.
    package var prepare: (@Sendable (inout HTTPRequest) throws -> Void)?

    package init(
        _ method: String, _ url: String, headers: HTTPHeaders = [:], body: HTTPBody = .none,
        limits: HTTPLimits = HTTPLimits()
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.limits = limits
        isRepeatable = Self.repeatableMethods.contains(method)
    }

    private static let repeatableMethods: Set<String> = ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"]
}
