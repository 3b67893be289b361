/// What an attempt came to, and the head by which it is decided whether there is another one.
struct Outcome<Value: Sendable>: Sendable {
    let value: Value
    let head: HTTPHead
}

extension HTTPClient {
    func repeated<Value>(
        _ request: HTTPRequest, _ attempt: (HTTPRequest) async -> Result<Outcome<Value>, HTTPError>
    ) async throws(HTTPError) -> Value {
        let begun = settings.clock.elapsed()
        var count = 1
        while true {
            let prepared = try request.prepared()
            switch judged(await attempt(prepared), request, count, since: begun) {
            case .standing(let result): return try result.get()
            case .again(let notice):
                // The answer that says "later" is gone by now, and its connection free.
                settings.notice(notice)
                do {
                    try await settings.clock.sleep(notice.delay)
                } catch {
                    throw HTTPError(.cancelled, request.method, request.url, cause: error)
                }
                count += 1
            }
        }
    }

    private enum Verdict<Value> {
        case standing(Result<Value, HTTPError>)
        case again(RetryNotice)
    }

    private func judged<Value>(
        _ result: Result<Outcome<Value>, HTTPError>, _ request: HTTPRequest, _ count: Int, since begun: Duration
    ) -> Verdict<Value> {
        let policy = settings.retries
        guard let reason = policy.reason(for: result, of: request) else { return .standing(result.map(\.value)) }
        let field = (try? result.get())?.head.headers["Retry-After"]
        let delay = policy.delay(
            after: count, asked: RetryPolicy.asked(field, secondsSince1970: settings.clock.secondsSince1970()),
            elapsed: settings.clock.elapsed() - begun, random: settings.random())
        guard let delay else { return .standing(result.map(\.value)) }
        return .again(
            RetryNotice(
                attempt: count + 1, attempts: policy.attempts, method: request.method,
                address: request.url.maskedURL, reason: reason, delay: delay))
    }
}

extension RetryPolicy {
    /// Why to try again, or nil when the result stands.
    fileprivate func reason<Value>(for result: Result<Outcome<Value>, HTTPError>, of request: HTTPRequest) -> String? {
        guard request.body.isRestartable else { return nil }
        switch result {
        case .success(let outcome):
            guard request.isRepeatable, statuses.contains(outcome.head.status) else { return nil }
            return "the server answers \(outcome.head.statusText)"
        case .failure(let error):
            return error.isPassing && (request.isRepeatable || !error.wasSent) ? error.reason : nil
        }
    }
}

extension HTTPRequest {
    fileprivate func prepared() throws(HTTPError) -> HTTPRequest {
        guard let prepare else { return self }
        var request = self
        do {
            try prepare(&request)
        } catch {
            throw HTTPError(.source, method, url, cause: error)
        }
        return request
    }
}
