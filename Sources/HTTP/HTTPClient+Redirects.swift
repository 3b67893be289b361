extension HTTPClient {
    /// The answer to the request, at the end of its redirects.
    func follow(_ request: HTTPRequest) async -> Result<HTTPResponse, HTTPError> {
        do throws(HTTPError) {
            return .success(try await followed(request))
        } catch {
            return .failure(error)
        }
    }

    private func followed(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse {
        if let objection = request.headers.fields.lazy.compactMap(\.objection).first {
            throw HTTPError(.header(objection), request.method, request.url)
        }
        let deadline = request.limits.total.map { MonotonicTime.now + $0 }
        var request = request
        var url = try Self.url(request.url, relativeTo: nil, request)
        var count = 0
        while true {
            let response = try await exchange(Exchange(request, url, deadline)).get()
            guard case .follow(let most) = request.redirects, let location = response.redirect,
                let next = request.redirected(from: url, to: location, response.status)
            else { return response }
            count += 1
            guard count <= most else { throw response.body.error(.tooManyRedirects(most)) }
            (request, url) = try next.get()
        }
    }

    fileprivate static func url(
        _ text: String, relativeTo base: String?, _ request: HTTPRequest
    ) throws(HTTPError) -> WebURL {
        do {
            let library = try CurlLibrary.opened.get()
            return try WebURL(text, relativeTo: base, library)
        } catch let error as UnusableLibrary {
            throw HTTPError(.library(error.text), request.method, request.url)
        } catch {
            let reason = (error as? WebURL.Malformed)?.text ?? "it cannot be read"
            throw HTTPError(.url(reason), request.method, base == nil ? text : text.isEmpty ? request.url : text)
        }
    }
}

extension HTTPResponse {
    /// Where it sends on to.
    fileprivate var redirect: String? {
        [301, 302, 303, 307, 308].contains(status) ? headers["Location"] : nil
    }
}

extension HTTPRequest {
    /// Nil when the answer is to be taken as it is.
    fileprivate func redirected(
        from url: WebURL, to location: String, _ status: Int
    ) -> Result<(HTTPRequest, WebURL), HTTPError>? {
        let next: WebURL
        do throws(HTTPError) {
            next = try HTTPClient.url(location, relativeTo: url.text, self)
        } catch {
            return .failure(error)
        }
        let isSameOrigin = next.origin == url.origin
        var request = self
        if status == 303 && method != "HEAD" {
            // "See other": what was asked is done, the answer lies there.
            request.method = "GET"
            request.body = .none
            request.headers.removeAll { $0.name.lowercased().hasPrefix("content-") }
        } else if method != "GET" && method != "HEAD" {
            guard status == 307 || status == 308, isSameOrigin, body.isRestartable else { return nil }
        }
        request.url = next.text
        if !isSameOrigin {
            // Not a list of what is secret, for every service invents names of its own.
            request.headers.removeAll { !Self.harmlessFields.contains($0.name.lowercased()) }
        }
        return .success((request, next))
    }

    private static let harmlessFields: Set<String> = [
        "accept", "accept-encoding", "accept-language", "cache-control", "range", "if-match", "if-none-match",
        "if-modified-since", "if-unmodified-since", "if-range",
    ]
}

extension HTTPBody {
    var isRestartable: Bool {
        if case .stream(let stream) = self { stream.isRestartable } else { true }
    }
}

extension Exchange {
    fileprivate init(_ request: HTTPRequest, _ url: WebURL, _ deadline: Duration?) {
        method = request.method
        self.url = url
        body =
            switch request.body {
            // Says "Content-Length: 0", which servers want to hear where a body could be.
            case .none: ["POST", "PUT", "PATCH"].contains(request.method) ? .bytes([]) : .none
            case .bytes(let bytes): .bytes(bytes)
            case .stream(let stream): .stream(stream)
            }
        var headers = request.headers
        // Ranges and lengths are those of the file itself, and nothing here unpacks.
        if headers["Accept-Encoding"] == nil { headers.add("Accept-Encoding", "identity") }
        if request.awaitsContinue { headers.add("Expect", "100-continue") }
        self.headers = headers
        version = request.version
        limits = request.limits
        self.deadline = deadline
        isRepeatable = request.isRepeatable
    }
}
