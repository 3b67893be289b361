internal import CCurl

extension Easy {
    /// What is asked.
    func setRequest(_ exchange: Exchange) {
        set(CURLOPT_URL, exchange.url.text)
        // Keys of a bucket may look like "../x".
        set(CURLOPT_PATH_AS_IS, 1)
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1)
        // Redirects are followed above, where it is known what may be carried along.
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        switch exchange.body {
        case .none where exchange.method == "HEAD": set(CURLOPT_NOBODY, 1)
        case .none:
            set(CURLOPT_HTTPGET, 1)
            set(CURLOPT_CUSTOMREQUEST, exchange.method)
        case .bytes(let bytes): setBody(exchange.method, Int64(bytes.count))
        case .stream(let stream): setBody(exchange.method, stream.length)
        }
        var lines = exchange.headers.fields.map(\.line)
        // libcurl would wait for "100 Continue" on its own from a megabyte on.
        if exchange.headers["Expect"] == nil { lines.append("Expect:") }
        set(CURLOPT_HTTPHEADER, lines: lines)
        set(CURLOPT_HTTP_VERSION, exchange.httpVersion)
        // Rather wait for a connection that can be shared than open one for each.
        set(CURLOPT_PIPEWAIT, exchange.version == .best ? 1 : 0)
        // On a kept connection that just closed, libcurl sends again; what must not be repeated gets a new one. With a
        // body it need not: libcurl asks before it repeats one.
        if !exchange.isRepeatable && exchange.body.isEmpty { set(CURLOPT_FRESH_CONNECT, 1) }
    }

    private func setBody(_ method: String, _ length: Int64?) {
        set(CURLOPT_UPLOAD, 1)
        set(CURLOPT_CUSTOMREQUEST, method)
        set(CURLOPT_INFILESIZE_LARGE, size: length ?? -1)
        set(CURLOPT_UPLOAD_BUFFERSIZE, 128 << 10)
    }

    /// How the way there is made. Everything that libcurl would else look up in the environment is said here.
    func setConnection(_ exchange: Exchange, _ settings: HTTPSettings, proxy: String?) {
        set(CURLOPT_USERAGENT, settings.userAgent)
        // Signals belong to the program. Without them libcurl resolves names on threads of its own.
        set(CURLOPT_NOSIGNAL, 1)
        // Without this, calling off a transfer whose name is being resolved would hold up all others until it is.
        set(CURLOPT_QUICK_EXIT, 1)
        set(CURLOPT_BUFFERSIZE, 128 << 10)
        set(CURLOPT_TCP_KEEPALIVE, 1)
        let limit = exchange.limits.connect.components
        set(CURLOPT_CONNECTTIMEOUT_MS, max(1, Int(limit.seconds * 1000 + limit.attoseconds / 1_000_000_000_000_000)))
        set(CURLOPT_PROXY, proxy ?? "")
        set(CURLOPT_NOPROXY, settings.proxies.except ?? "")
        if let file = settings.authoritiesFile {
            set(CURLOPT_CAINFO, file)
            set(CURLOPT_CAPATH, settings.authoritiesFolder)
        } else if let folder = settings.authoritiesFolder {
            set(CURLOPT_CAINFO, nil)
            set(CURLOPT_CAPATH, folder)
        }
    }
}

extension Exchange.Body {
    /// Whether it is known that nothing will be asked for.
    fileprivate var isEmpty: Bool {
        switch self {
        case .none: true
        case .bytes(let bytes): bytes.isEmpty
        case .stream(let stream): stream.length == 0
        }
    }
}

extension Exchange {
    fileprivate var httpVersion: Int {
        version == .best ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1
    }
}
