internal import Synchronization

/// What goes out in one transfer, all of it decided.
struct Exchange: Sendable {
    enum Body: Sendable {
        case none
        case bytes([UInt8])
        case stream(HTTPStream)
    }

    let method: String
    let url: WebURL
    let headers: HTTPHeaders
    let body: Body
    let version: HTTPRequest.Version
    let limits: HTTPLimits
    /// On the monotonic clock; one for all hops of a request.
    let deadline: Duration?
    let isRepeatable: Bool

    func error(_ kind: HTTPError.Kind, wasSent: Bool = false, cause: (any Error)? = nil) -> HTTPError {
        HTTPError(kind, method, url.text, wasSent: wasSent, cause: cause)
    }
}

/// One request and its answer, as seen from both sides: by who asked, and by the thread that moves the bytes.
final class Transfer: Sendable {
    let id: Int
    let exchange: Exchange
    let head = Promise<HTTPHead>()
    let download: ByteChannel
    /// For a body that is made while it is sent.
    let upload: ByteChannel?

    private let mailbox: Mailbox
    private let stopsPump = Mutex<(@Sendable () -> Void)?>(nil)

    init(_ exchange: Exchange, _ mailbox: Mailbox) {
        let id = mailbox.newID()
        self.id = id
        self.exchange = exchange
        self.mailbox = mailbox
        let wake: @Sendable () -> Void = { [mailbox] in mailbox.post(.resume(id)) }
        download = ByteChannel(wake: wake)
        if case .stream = exchange.body { upload = ByteChannel(wake: wake) } else { upload = nil }
    }

    func start() {
        mailbox.post(.start(self))
        guard let upload, case .stream(let stream) = exchange.body else { return }
        let stop = stream.start(upload) { [exchange] in exchange.error(.source, cause: $0) }
        stopsPump.withLock { $0 = stop }
        // Ended already, perhaps, before there was anything to stop.
        if upload.isEnded { stopPump() }
    }

    /// Ends it at once; whoever waits for the answer or reads it gets an error.
    func cancel() {
        let error = exchange.error(.cancelled, wasSent: true)
        head.settle(.failure(error))
        download.fail(error, discarding: true)
        stopUpload(error)
        mailbox.post(.cancel(id))
    }

    /// Nobody reads the rest. When that is short it still comes in, so that the connection can be used again.
    func abandon() {
        mailbox.post(.abandon(id))
    }

    // What the transfer thread says.

    func end(_ error: HTTPError?) {
        if let error {
            head.settle(.failure(error))
            download.fail(error)
        } else {
            download.finish()
        }
        stopUpload(error ?? exchange.error(.cancelled))
    }

    private func stopUpload(_ error: HTTPError) {
        guard let upload else { return }
        upload.fail(error, discarding: true)
        stopPump()
    }

    private func stopPump() {
        let stop = stopsPump.withLock { stop in
            defer { stop = nil }
            return stop
        }
        stop?()
    }
}
