internal import CCurl

/// How a transfer ended badly, as libcurl tells it.
struct CurlFailure {
    let code: CURLcode
    /// What libcurl wrote about it, or its text for the code.
    let detail: String
    let host: String
    let authorities: String?
    let receivedBytes: Int64
    let limits: HTTPLimits

    var kind: HTTPError.Kind {
        switch code {
        case CURLE_URL_MALFORMAT, CURLE_LOGIN_DENIED: .url(detail)
        case CURLE_COULDNT_RESOLVE_HOST: .resolve(host: host)
        case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: .proxy(detail)
        case CURLE_COULDNT_CONNECT: .connect(detail)
        // All other limits are the engine's own.
        case CURLE_OPERATION_TIMEDOUT: .timeout(.connect(limits.connect))
        case CURLE_SSL_CONNECT_ERROR where isBrokenOff: .connect(detail)
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS, CURLE_USE_SSL_FAILED:
            .tls(detail, authorities: authorities)
        case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_SEND_FAIL_REWIND,
            CURLE_HTTP2, CURLE_HTTP2_STREAM, CURLE_WRITE_ERROR, CURLE_ABORTED_BY_CALLBACK:
            .interrupted(afterBytes: receivedBytes)
        // The URL's scheme was looked at before: this is the answer's.
        case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL: .notHTTP(detail)
        default: .other(code: Int(code.rawValue), detail)
        }
    }

    /// A handshake that the other side ended, as a server does that is overloaded or restarts: worth another try,
    /// unlike one that came to a decision.
    private var isBrokenOff: Bool {
        detail.contains("SSL_ERROR_SYSCALL") || detail.contains("reset by peer") || detail.contains("unexpected eof")
    }
}
