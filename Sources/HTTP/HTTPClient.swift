internal import Synchronization

/// Asks servers. Connections are kept and used again; all bytes are moved by one thread, which begins with the first
/// request and ends when nobody holds the client or an answer of it any more.
package final class HTTPClient: Sendable {
    let settings: HTTPSettings
    private let loop = Mutex<Loop?>(nil)

    package init(_ settings: HTTPSettings) {
        self.settings = settings
    }

    /// Sends the request and gives the answer as soon as its head is there, whatever its status. What fails on the way
    /// there, and answers that say "later", are tried again as the policy has it; what breaks off in the body is for
    /// whoever reads it.
    package func send(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse {
        try await repeated(request) { prepared in
            await self.follow(prepared).map { Outcome(value: $0, head: $0.head) }
        }
    }

    /// The same with the whole body, which may have so many bytes at most. One that breaks off is tried again too.
    package func collect(_ request: HTTPRequest, limit: Int) async throws(HTTPError) -> HTTPWhole {
        try await repeated(request) { prepared in
            switch await self.follow(prepared) {
            case .failure(let error): return .failure(error)
            case .success(let response):
                do throws(HTTPError) {
                    let bytes = try await response.collect(limit: limit)
                    let whole = HTTPWhole(head: response.head, url: response.url, body: bytes)
                    return .success(Outcome(value: whole, head: response.head))
                } catch {
                    return .failure(error)
                }
            }
        }
    }

    /// As `send`, for threads that may wait; never from a task.
    package func sendBlocking(_ request: HTTPRequest) throws(HTTPError) -> HTTPResponse {
        try Blocking.wait { await Result { () async throws(HTTPError) in try await self.send(request) } }.get()
    }

    /// One request and its answer, redirects aside.
    func exchange(_ exchange: Exchange) async -> Result<HTTPResponse, HTTPError> {
        let loop: Loop
        do {
            loop = try runningLoop()
        } catch {
            return .failure(exchange.error(.library(error.text)))
        }
        let transfer = Transfer(exchange, loop.mailbox)
        let head = await withTaskCancellationHandler {
            transfer.start()
            return await transfer.head.value
        } onCancel: {
            transfer.cancel()
        }
        return head.map {
            HTTPResponse(head: $0, url: exchange.url.text, body: HTTPResponseBody(transfer, loop))
        }
    }

    private func runningLoop() throws(UnusableLibrary) -> Loop {
        let library = try CurlLibrary.opened.get()
        return try loop.withLock { (loop) throws(UnusableLibrary) in
            if let loop { return loop }
            let begun = try Loop(library, settings)
            loop = begun
            return begun
        }
    }
}
