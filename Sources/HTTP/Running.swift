internal import CCurl
internal import Files

/// A transfer in the hands of libcurl. Belongs to the transfer thread.
final class Running {
    let transfer: Transfer
    let easy: Easy
    let addresses: AddressPolicy
    let authorities: String?
    let proxy: String?

    var exchange: Exchange { transfer.exchange }

    // The answer.
    var head: HTTPHead?
    /// Whether the head was the last one: neither "100 Continue" nor one before a redirect within libcurl.
    var isHeadComplete = false
    private var isHeadDelivered = false
    var headerBytes = 0
    var receivedBytes: Int64 = 0
    /// What came since the reader was last told: one word for many small pieces.
    var staged: [UInt8] = []
    /// What may still come after the reader has gone.
    var leftover: Int?

    // The request's body.
    var outgoing: [UInt8] = []
    var outgoingOffset = 0
    var givenBytes: Int64 = 0

    // Why and since when.
    var isReceivingPaused = false
    var isSendingPaused = false
    var refused: (IPAddress, String)?
    /// Set by a callback that stops the transfer.
    var failure: HTTPError?
    var movedSince = MonotonicTime.now
    var movedBytes = 0
    private var hasConnected = false
    private var abandonedAt: Duration?

    init(_ transfer: Transfer, _ easy: Easy, _ settings: HTTPSettings) {
        self.transfer = transfer
        self.easy = easy
        addresses = settings.addresses
        authorities = settings.authoritiesFile
        proxy =
            settings.addresses == .any ? settings.proxies.proxy(forScheme: transfer.exchange.url.origin.scheme) : nil
        if case .bytes(let bytes) = transfer.exchange.body { outgoing = bytes }
        easy.setCallbacks(Unmanaged.passUnretained(self).toOpaque())
        easy.setRequest(transfer.exchange)
        easy.setConnection(transfer.exchange, settings, proxy: proxy)
    }

    func mayConnect(to address: IPAddress?) -> Bool {
        guard let address else { return false }
        // A proxy is somebody's own choice, and there is none where addresses are refused.
        guard let kind = addresses.objection(to: address) else { return true }
        refused = (address, kind)
        return false
    }

    // MARK: - Time

    func hasMoved(_ bytes: Int) {
        movedBytes += bytes
        if movedBytes >= exchange.limits.idleBytes { restartIdleTime() }
    }

    private func restartIdleTime() {
        movedSince = MonotonicTime.now
        movedBytes = 0
    }

    /// When it will have taken too long, and which limit that is.
    var nextLimit: (Duration, HTTPError.Kind)? {
        if let abandonedAt { return (abandonedAt + .seconds(5), .cancelled) }
        let limits = exchange.limits
        let total = exchange.deadline.map {
            ($0, HTTPError.Kind.timeout(.total(limits.total ?? .zero)))
        }
        if isReceivingPaused || isSendingPaused { return total }
        // Until then libcurl watches over connecting.
        guard isConnected() else { return total }
        if let total, total.0 <= movedSince + limits.idle { return total }
        return (movedSince + limits.idle, .timeout(.idle(limits.idle)))
    }

    private func isConnected() -> Bool {
        if !hasConnected && wasSent {
            hasConnected = true
            restartIdleTime()
        }
        return hasConnected
    }

    // MARK: - Going on and ending

    /// Nil when it was not paused.
    func resume() -> CURLcode? {
        guard isReceivingPaused || isSendingPaused else { return nil }
        isReceivingPaused = false
        isSendingPaused = false
        restartIdleTime()
        return easy.unpause()
    }

    /// Nobody reads any more. False when too much would still come to be worth it.
    func abandon() -> Bool {
        let most = 64 << 10
        staged = []
        guard isHeadComplete else { return false }
        if let length = head?.length, length - receivedBytes > Int64(most) { return false }
        leftover = most
        abandonedAt = MonotonicTime.now
        return true
    }

    /// Tells the reader what has come.
    func deliver() {
        if isHeadComplete && !isHeadDelivered, let head {
            isHeadDelivered = true
            transfer.head.settle(.success(head))
        }
        guard !staged.isEmpty else { return }
        transfer.download.offer(staged)
        staged = []
    }

    func end(_ kind: HTTPError.Kind?) {
        deliver()
        transfer.end(failure ?? kind.map { exchange.error($0, wasSent: wasSent) })
    }

    /// After a transfer that libcurl calls good, as it does when the connection ends within the head.
    var completed: HTTPError.Kind? { isHeadComplete ? nil : .interrupted(afterBytes: 0) }

    func kind(of code: CURLcode) -> HTTPError.Kind {
        if let refused, code == CURLE_COULDNT_CONNECT { return .refusedAddress(refused.0, refused.1) }
        let answer = easy.number(CURLINFO_HTTP_CONNECTCODE)
        if answer >= 300 { return .proxy("it answers \(answer)") }
        return CurlFailure(
            code: code, detail: easy.detail(code), host: exchange.url.origin.host, authorities: authorities,
            receivedBytes: receivedBytes, limits: exchange.limits
        ).kind
    }

    /// Whether any byte of the request left; a proxy's CONNECT counts.
    private var wasSent: Bool { easy.number(CURLINFO_REQUEST_SIZE) > 0 }
}
