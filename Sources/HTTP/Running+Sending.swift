internal import CCurl
internal import Files

extension Running {
    /// Fills the buffer with the next part of the body; 0 at its end.
    func provideBody(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        if outgoingOffset == outgoing.count, case .stream(let stream) = exchange.body {
            switch refill(stream) {
            case .now: break
            case .notYet:
                isSendingPaused = true
                return curl_read_pause
            case .end: return failure == nil ? 0 : curl_read_abort
            }
        }
        let count = min(buffer.count, outgoing.count - outgoingOffset)
        outgoing.withUnsafeBytes { source in
            let part = UnsafeRawBufferPointer(rebasing: source[outgoingOffset..<outgoingOffset + count])
            UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]).copyMemory(from: part)
        }
        outgoingOffset += count
        givenBytes += Int64(count)
        hasMoved(count)
        return count
    }

    /// At an end that comes too early or too late there is a failure.
    private func refill(_ stream: HTTPStream) -> Turn<Void> {
        guard let upload = transfer.upload else { return .end }
        switch upload.takeNow() {
        case .success(.now(let chunk)):
            if let length = stream.length, givenBytes + Int64(chunk.count) > length {
                return wrongLength(length, givenBytes + Int64(chunk.count))
            }
            outgoing = chunk
            outgoingOffset = 0
            return .now(())
        case .success(.notYet): return .notYet
        case .success(.end):
            guard let length = stream.length, givenBytes != length else { return .end }
            return wrongLength(length, givenBytes)
        case .failure(let error):
            failure = failure ?? error
            return .end
        }
    }

    private func wrongLength(_ promised: Int64, _ given: Int64) -> Turn<Void> {
        failure = failure ?? exchange.error(.bodyLength(promised: promised, given: given), wasSent: true)
        return .end
    }

    /// libcurl wants to begin again, as it does when a kept connection turns out to be closed: it sends on another one
    /// without asking. That is a repetition like any other.
    func rewindBody(to offset: Int64) -> Bool {
        guard exchange.isRepeatable, case .bytes = exchange.body, offset >= 0, offset <= Int64(outgoing.count) else {
            return givenBytes == offset
        }
        outgoingOffset = Int(offset)
        givenBytes = offset
        return true
    }
}
