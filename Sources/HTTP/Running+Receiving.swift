internal import CCurl

extension Running {
    private static let stagedBytes = 128 << 10

    /// One line of a head, its end included; anything but its length ends the transfer.
    func receiveHeader(_ bytes: UnsafeRawBufferPointer) -> Int {
        // What follows the body is of no use here.
        guard !isHeadComplete else { return bytes.count }
        hasMoved(bytes.count)
        headerBytes += bytes.count
        guard headerBytes <= exchange.limits.headerBytes else {
            return fail(.tooLarge("the head", limitBytes: Int64(exchange.limits.headerBytes)))
        }
        var line = bytes[...]
        while let last = line.last, last == 0x0a || last == 0x0d { line = line.dropLast() }
        let text = String(decoding: line, as: UTF8.self)
        if line.isEmpty { return endHead() ? bytes.count : 0 }
        if let next = HTTPHead(line: text) {
            head = next
        } else if let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) {
            let value = text[text.utf8.index(after: colon)...]
            head?.headers.add(String(text[..<colon]), value.trimmed)
        }
        return bytes.count
    }

    private func endHead() -> Bool {
        guard let head, head.status >= 200 else { return true }
        isHeadComplete = true
        // What these say about a length is about a body that does not come.
        let hasBody = exchange.method != "HEAD" && head.status != 304
        if let most = exchange.limits.bodyBytes, hasBody, let length = head.length, length > most {
            _ = fail(.tooLarge("the body", limitBytes: most))
            return false
        }
        return true
    }

    /// Returns how many bytes were taken: all, or none and "pause"; anything else ends the transfer.
    func receiveBody(_ bytes: UnsafeRawBufferPointer) -> Int {
        if let leftover {
            self.leftover = leftover - bytes.count
            return leftover >= bytes.count ? bytes.count : 0
        }
        if staged.count + bytes.count > Self.stagedBytes { deliver() }
        if staged.isEmpty && !transfer.download.hasRoom() {
            isReceivingPaused = true
            return curl_write_pause
        }
        receivedBytes += Int64(bytes.count)
        if let most = exchange.limits.bodyBytes, receivedBytes > most {
            return fail(.tooLarge("the body", limitBytes: most))
        }
        hasMoved(bytes.count)
        staged.append(contentsOf: bytes)
        return bytes.count
    }

    private func fail(_ kind: HTTPError.Kind) -> Int {
        failure = failure ?? exchange.error(kind, wasSent: true)
        return 0
    }
}

extension Substring {
    fileprivate var trimmed: String {
        var text = self
        while let first = text.utf8.first, first == 0x20 || first == 0x09 { text = text.dropFirst() }
        while let last = text.utf8.last, last == 0x20 || last == 0x09 { text = text.dropLast() }
        return String(text)
    }
}
