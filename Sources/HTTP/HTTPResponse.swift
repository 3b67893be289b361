/// An answer whose body is still to come.
package struct HTTPResponse: Sendable {
    package let head: HTTPHead
    /// Where it came from in the end.
    package let url: String
    package let body: HTTPResponseBody

    package var status: Int { head.status }
    package var headers: HTTPHeaders { head.headers }

    /// All of the body; an error when it has more than so many bytes.
    package func collect(limit: Int) async throws(HTTPError) -> [UInt8] {
        var bytes: [UInt8] = []
        while let chunk = try await body.next() {
            guard bytes.count + chunk.count <= limit else {
                body.cancel()
                throw body.error(.tooLarge("the body", limitBytes: Int64(limit)))
            }
            bytes += chunk
        }
        return bytes
    }

    /// Reads to the end and keeps nothing, so that errors on the way are seen.
    package func drain() async throws(HTTPError) {
        while try await body.next() != nil {}
    }
}

/// An answer with all of its body.
package struct HTTPWhole: Sendable {
    package let head: HTTPHead
    package let url: String
    package let body: [UInt8]

    package var status: Int { head.status }
    package var headers: HTTPHeaders { head.headers }
}

/// The bytes of an answer as they come, once. Whoever reads slowly slows the server down: only some hundred KiB are
/// ever kept. When nobody holds it any more, the transfer ends.
package final class HTTPResponseBody: AsyncSequence, Sendable {
    package typealias Element = [UInt8]
    package typealias Failure = HTTPError

    private let transfer: Transfer
    /// Its thread runs as long as an answer is read.
    private let loop: Loop

    init(_ transfer: Transfer, _ loop: Loop) {
        self.transfer = transfer
        self.loop = loop
    }

    deinit {
        transfer.abandon()
    }

    /// The next bytes, some KiB, or nil at the end. A body that breaks off is an error, never an end.
    package func next() async throws(HTTPError) -> [UInt8]? {
        let transfer = transfer
        let result: Result<[UInt8]?, HTTPError> = await withTaskCancellationHandler {
            do throws(HTTPError) {
                return .success(try await transfer.download.next())
            } catch {
                return .failure(error)
            }
        } onCancel: {
            transfer.cancel()
        }
        return try result.get()
    }

    /// Fills the buffer, blocking; returns how many bytes there are, fewer only at the end. Only for threads that may
    /// wait, never from a task.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(HTTPError) -> Int {
        try transfer.download.read(into: buffer)
    }

    /// Ends the transfer; whoever reads gets an error.
    package func cancel() { transfer.cancel() }

    func error(_ kind: HTTPError.Kind) -> HTTPError { transfer.exchange.error(kind, wasSent: true) }

    package func makeAsyncIterator() -> Iterator { Iterator(body: self) }

    package struct Iterator: AsyncIteratorProtocol {
        let body: HTTPResponseBody

        package mutating func next() async throws(HTTPError) -> [UInt8]? { try await body.next() }

        package mutating func next(isolation: isolated (any Actor)?) async throws(HTTPError) -> [UInt8]? {
            try await body.next()
        }
    }
}
