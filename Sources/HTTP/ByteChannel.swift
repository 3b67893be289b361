internal import Files

/// Bytes on their way between the transfer thread and whoever reads or makes them, with a bound on what lies between.
///
/// The transfer thread never waits here: it is told that there is no room, or nothing to send, pauses the transfer,
/// and `wake` is called once when that has changed. Everyone else waits, as a task or as a thread.
final class ByteChannel: Sendable {
    /// Above this nothing more is taken in.
    static let mostBytes = 256 << 10

    fileprivate enum End {
        case finished
        case failed(HTTPError)
    }

    fileprivate struct State {
        var chunks: [[UInt8]] = []
        /// How much of the first chunk is gone already.
        var offset = 0
        var bytes = 0
        var end: End?
        var isThreadWaiting = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let monitor = Monitor(State())
    private let wake: @Sendable () -> Void

    init(wake: @escaping @Sendable () -> Void) {
        self.wake = wake
    }

    /// Changes the state, then lets go on whoever waits for a change.
    private func change<Value>(_ body: (inout State) -> (Value, wake: Bool)) -> Value {
        let (value, wakes, tasks) = monitor.change { state in
            let (value, wakes) = body(&state)
            let tasks = state.waiting
            state.waiting = []
            return (value, wakes, tasks)
        }
        for task in tasks { task.resume() }
        if wakes { wake() }
        return value
    }

    private func waitForChange(while isUnready: @Sendable (borrowing State) -> Bool) async {
        await withCheckedContinuation { continuation in
            let waits = monitor.change { state in
                guard isUnready(state) else { return false }
                state.waiting.append(continuation)
                return true
            }
            if !waits { continuation.resume() }
        }
    }

    var isEnded: Bool { change { ($0.end != nil, false) } }

    func finish() {
        change { state in
            state.end = state.end ?? .finished
            return ((), state.stopWaiting())
        }
    }

    /// What came before the error is still read, unless nobody wants it any more.
    func fail(_ error: HTTPError, discarding: Bool = false) {
        change { state in
            if discarding {
                state.chunks = []
                state.offset = 0
                state.bytes = 0
            }
            if state.end == nil || discarding { state.end = .failed(error) }
            return ((), state.stopWaiting())
        }
    }
}

// The transfer thread's side.
extension ByteChannel {
    /// Takes it in any case, room or not.
    func offer(_ chunk: [UInt8]) {
        change { state in
            if state.end == nil && !chunk.isEmpty { state.add(chunk) }
            return ((), false)
        }
    }

    /// When there is no room, `wake` will be called.
    func hasRoom() -> Bool {
        change { state in
            let isFull = state.bytes >= Self.mostBytes && state.end == nil
            state.isThreadWaiting = isFull
            return (!isFull, false)
        }
    }

    /// When there is nothing yet, `wake` will be called.
    func takeNow() -> Result<Turn<[UInt8]>, HTTPError> {
        change { state in
            let taken = state.take()
            if case .success(.notYet) = taken { state.isThreadWaiting = true }
            return (taken, false)
        }
    }
}

// The reader's side.
extension ByteChannel {
    func next() async throws(HTTPError) -> [UInt8]? {
        while true {
            let taken = change { state in
                let taken = state.take()
                return (taken, state.hasMadeRoom())
            }
            switch try taken.get() {
            case .now(let chunk): return chunk
            case .end: return nil
            case .notYet: await waitForChange { $0.bytes == 0 && $0.end == nil }
            }
        }
    }

    /// Blocks the thread until the buffer is full or the body at its end; returns how many bytes there are.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(HTTPError) -> Int {
        var filled = 0
        while filled < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let (result, wakes) =
                monitor.wait { state -> Turn<(Result<Int, HTTPError>, Bool)> in
                    guard state.bytes > 0 || state.end != nil else { return .notYet }
                    let count = state.copy(into: rest)
                    return .now((count, state.hasMadeRoom()))
                } ?? (.success(0), false)
            if wakes { wake() }
            let count = try result.get()
            if count == 0 { break }
            filled += count
        }
        return filled
    }
}

// The maker's side.
extension ByteChannel {
    /// Waits for room; false when nobody takes it any more.
    func push(_ chunk: [UInt8]) async -> Bool {
        await waitForChange { $0.bytes >= Self.mostBytes && $0.end == nil }
        return accept(chunk)
    }

    func pushBlocking(_ chunk: [UInt8]) -> Bool {
        _ = monitor.wait { $0.bytes >= Self.mostBytes && $0.end == nil ? .notYet : .now(()) }
        return accept(chunk)
    }

    private func accept(_ chunk: [UInt8]) -> Bool {
        change { state in
            guard state.end == nil else { return (false, false) }
            guard !chunk.isEmpty else { return (true, false) }
            state.add(chunk)
            return (true, state.stopWaiting())
        }
    }
}

extension ByteChannel.State {
    fileprivate mutating func add(_ chunk: [UInt8]) {
        chunks.append(chunk)
        bytes += chunk.count
    }

    fileprivate mutating func take() -> Result<Turn<[UInt8]>, HTTPError> {
        guard !chunks.isEmpty else { return ending.map { $0 ? .end : .notYet } }
        let first = chunks.removeFirst()
        let chunk = offset == 0 ? first : Array(first[offset...])
        offset = 0
        bytes -= chunk.count
        return .success(.now(chunk))
    }

    /// 0 at the end.
    fileprivate mutating func copy(into buffer: UnsafeMutableRawBufferPointer) -> Result<Int, HTTPError> {
        var filled = 0
        while filled < buffer.count, let first = chunks.first {
            let count = min(buffer.count - filled, first.count - offset)
            first.withUnsafeBytes { source in
                let part = UnsafeRawBufferPointer(rebasing: source[offset..<offset + count])
                UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<filled + count]).copyMemory(from: part)
            }
            filled += count
            offset += count
            if offset == first.count {
                chunks.removeFirst()
                offset = 0
            }
        }
        bytes -= filled
        return filled > 0 ? .success(filled) : ending.map { _ in 0 }
    }

    /// Whether it is at its end, or the error that ended it.
    private var ending: Result<Bool, HTTPError> {
        switch end {
        case nil: .success(false)
        case .finished: .success(true)
        case .failed(let error): .failure(error)
        }
    }

    /// Not at the first free byte: a pause has its price.
    fileprivate mutating func hasMadeRoom() -> Bool {
        bytes <= ByteChannel.mostBytes / 2 && stopWaiting()
    }

    fileprivate mutating func stopWaiting() -> Bool {
        defer { isThreadWaiting = false }
        return isThreadWaiting
    }
}
