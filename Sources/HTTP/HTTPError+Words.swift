extension HTTPError {
    package var problem: String { "\(method) \(address): \(reason)" }

    /// The problem without the request.
    package var reason: String {
        switch kind {
        case .library(let text): "libcurl cannot be used: \(text)"
        case .url(let text): "not a URL that can be asked: \(text)"
        case .header(let text): "a header field cannot be sent: \(text)"
        case .resolve(let host): "the name \(host) cannot be resolved"
        case .connect(let text): "no connection: \(text)"
        case .proxy(let text): "the proxy does not let through: \(text)"
        case .tls(let text, _): "no trusted connection: \(text)"
        case .timeout(let limit): limit.text
        case .interrupted(0): "the connection broke before the answer came"
        case .interrupted(let bytes): "the connection broke after \(bytes) bytes of the answer"
        case .tooLarge(let what, let bytes): "\(what) of the answer has more than \(bytes) bytes"
        case .refusedAddress(let address, let kind): "the name leads to \(address), which is a \(kind) address"
        case .tooManyRedirects(let most): "more than \(most) redirects"
        case .bodyLength(let promised, let given):
            given < promised
                ? "the body to send ended after \(given) of \(promised) bytes"
                : "the body to send has more than the \(promised) bytes that were announced"
        case .source: "the body to send could not be read" + (cause.map { ": " + Self.words(of: $0) } ?? "")
        case .cancelled: "called off"
        case .notHTTP(let text): "what came back is not HTTP: \(text)"
        case .other(let code, let text): "\(text) (libcurl's error \(code))"
        }
    }

    package var advice: String? {
        switch kind {
        case .library: "apt-get install libcurl4 (7.85 or newer)"
        case .url: "write it as https://host/path, everything unusual as %XX, and credentials elsewhere"
        case .resolve: "check the spelling, and that this machine has DNS"
        case .connect: "check host and port, and whether a firewall or a proxy stands between (https_proxy)"
        case .proxy: "check http_proxy, https_proxy and no_proxy"
        case .tls(_, let authorities):
            if let authorities {
                "check the clock, and that \(authorities) holds the certificate of the server's authority"
            } else {
                "check the clock; install ca-certificates, or name the authority's file in SSL_CERT_FILE"
            }
        case .timeout(.connect): "check that the host is up and its port reachable"
        case .timeout, .interrupted: "run it again; if it keeps failing, look at the server or the network between"
        case .refusedAddress: "use --allow-private if that is where it should lead"
        case .header, .tooLarge, .tooManyRedirects, .bodyLength, .source, .cancelled, .notHTTP, .other: nil
        }
    }

    private static func words(of error: any Error) -> String {
        (error as? HTTPError)?.problem ?? "\(error)"
    }
}

extension HTTPError.Limit {
    fileprivate var text: String {
        switch self {
        case .connect(let time): "no connection within \(time.seconds)"
        case .idle(let time): "nothing moved for \(time.seconds)"
        case .total(let time): "not done within \(time.seconds)"
        }
    }
}

extension Duration {
    /// As `12 s` or `0.3 s`.
    var seconds: String {
        let tenths = (components.seconds * 10) + components.attoseconds / 100_000_000_000_000_000
        return tenths % 10 == 0 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
    }
}
