internal import CCurl

/// What the transfer thread does: it takes messages, lets libcurl work, hands on what came, watches the limits, and
/// sleeps until something happens.
final class Engine {
    private let mailbox: Mailbox
    private let settings: HTTPSettings
    private let table: UnsafePointer<curl_table>
    private let multi: UnsafeMutableRawPointer
    private var running: [Int: Running] = [:]

    init(_ mailbox: Mailbox, _ settings: HTTPSettings) {
        self.mailbox = mailbox
        self.settings = settings
        table = mailbox.library.table
        multi = mailbox.multi
    }

    func run() {
        while takeMessages() {
            var count: Int32 = 0
            let code = table.pointee.curl_multi_perform(multi, &count)
            guard code == CURLM_OK else {
                endAll(.other(code: Int(code.rawValue), "libcurl's loop failed"))
                continue
            }
            reap()
            for one in running.values { one.deliver() }
            let wait = expire()
            _ = table.pointee.curl_multi_poll(multi, nil, 0, wait, nil)
        }
        endAll(.cancelled)
        for case .start(let transfer) in mailbox.close() { transfer.end(transfer.exchange.error(.cancelled)) }
    }

    /// False when it is over.
    private func takeMessages() -> Bool {
        for message in mailbox.collect() {
            switch message {
            case .start(let transfer): start(transfer)
            case .resume(let id): running[id].map(resume)
            case .cancel(let id): running[id].map { end($0, .cancelled) }
            case .abandon(let id): running[id].map(abandon)
            case .stop: return false
            }
        }
        return true
    }

    private func start(_ transfer: Transfer) {
        // Called off before it began; a call that comes later finds it running.
        guard !transfer.download.isEnded else { return }
        guard let easy = Easy(mailbox.library) else {
            return transfer.end(transfer.exchange.error(.other(code: 27, "out of memory")))
        }
        let one = Running(transfer, easy, settings)
        guard easy.refused == nil else {
            return transfer.end(transfer.exchange.error(easy.complaint))
        }
        guard table.pointee.curl_multi_add_handle(multi, easy.handle) == CURLM_OK else {
            return transfer.end(transfer.exchange.error(.other(code: 0, "libcurl takes no more transfers")))
        }
        running[transfer.id] = one
    }

    private func resume(_ one: Running) {
        guard let code = one.resume(), code != CURLE_OK else { return }
        end(one, one.kind(of: code))
    }

    private func abandon(_ one: Running) {
        if one.abandon() { resume(one) } else { end(one, .cancelled) }
    }

    /// Takes what libcurl is done with.
    private func reap() {
        var code = CURLE_OK
        while let handle = curl_next_ended(table, multi, &code) {
            guard let one = running.values.first(where: { $0.easy.handle == handle }) else { continue }
            end(one, code == CURLE_OK ? one.completed : one.kind(of: code))
        }
    }

    /// Ends what is over its limits; returns the milliseconds until the next limit.
    private func expire() -> Int32 {
        let now = MonotonicTime.now
        var next = now + .seconds(60)
        for one in running.values {
            guard let (time, limit) = one.nextLimit else { continue }
            if time <= now { end(one, limit) } else { next = min(next, time) }
        }
        let left = next - now
        // Rounded up, or the last millisecond would be spent polling.
        return Int32(left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000) + 1
    }

    /// In the middle of a transfer this closes the connection.
    private func end(_ one: Running, _ kind: HTTPError.Kind?) {
        _ = table.pointee.curl_multi_remove_handle(multi, one.easy.handle)
        running[one.transfer.id] = nil
        one.end(kind)
    }

    private func endAll(_ kind: HTTPError.Kind) {
        for one in running.values { end(one, kind) }
    }
}
