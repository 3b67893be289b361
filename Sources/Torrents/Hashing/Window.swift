internal import Files

/// A few buffers through which the stream passes in order: some threads fill them and hash the pieces,
/// another hashes the files from the same bytes.
final class Window: Sendable {
    struct Slab: @unchecked Sendable {
        // Unchecked: the buffer goes from hand to hand under the window's lock.
        let segments: Segments
        let buffer: Int
    }

    struct Claim {
        let pieces: Range<Int>
        var buffer: Int
    }

    private struct State {
        var free: [Int]
        /// How many still read a buffer.
        var users: [Int]
        var nextBatch = 0
        /// By their place in the stream.
        var waiting: [Int64: Slab] = [:]
        var position: Int64 = 0
        var isStopped = false

        mutating func take() -> Int? {
            guard let buffer = free.popLast() else { return nil }
            users[buffer] = 1
            return buffer
        }

        mutating func release(_ buffer: Int) {
            users[buffer] -= 1
            if users[buffer] == 0 { free.append(buffer) }
        }
    }

    private let memory: Buffers
    private let batches: [Range<Int>]
    private let length: Int64
    private let state: Monitor<State>

    init(_ plan: HashPlan) {
        memory = Buffers(count: HashPlan.windows, length: plan.bufferLength)
        batches = plan.batches
        length = plan.layout.length
        state = Monitor(
            State(free: Array(0..<HashPlan.windows), users: [Int](repeating: 0, count: HashPlan.windows)))
    }

    func memory(_ buffer: Int) -> UnsafeMutableRawPointer { memory[buffer] }

    /// The next pieces together with a buffer for them. Both at once: whoever held the earliest pieces without a
    /// buffer could wait for ever for those who hold later ones.
    func claim() -> Claim? {
        state.wait { state in
            if state.isStopped || state.nextBatch == batches.count { return .end }
            guard let buffer = state.take() else { return .notYet }
            state.nextBatch += 1
            return .now(Claim(pieces: batches[state.nextBatch - 1], buffer: buffer))
        }
    }

    /// Another buffer for the next segment of the same pieces; nil when the work is stopped.
    func exchange(_ buffer: Int) -> Int? {
        release(buffer)
        return state.wait { state in
            if state.isStopped { return .end }
            return state.take().map(Turn.now) ?? .notYet
        }
    }

    func release(_ buffer: Int) {
        state.change { $0.release(buffer) }
    }

    /// Filled: from now on two read it.
    func handOver(_ slab: Slab) {
        state.change { state in
            state.users[slab.buffer] += 1
            state.waiting[slab.segments.start] = slab
        }
    }

    /// Takes all slabs in the order of the stream.
    func consume(_ body: (Segments) -> Void) {
        while let slab = next() {
            body(slab.segments)
            state.change { state in
                state.position += Int64(slab.segments.byteCount)
                state.release(slab.buffer)
            }
        }
    }

    private func next() -> Slab? {
        state.wait { state in
            if state.isStopped || state.position == length { return .end }
            return state.waiting.removeValue(forKey: state.position).map(Turn.now) ?? .notYet
        }
    }

    /// Somebody failed: nobody waits any longer.
    func stop() {
        state.change { $0.isStopped = true }
    }
}

/// Memory that threads read into.
final class Buffers: @unchecked Sendable {
    // Unchecked: who may touch which buffer is its user's affair.
    private let memory: UnsafeMutableRawPointer
    private let length: Int

    init(count: Int, length: Int) {
        self.length = length
        memory = .allocate(byteCount: max(1, count * length), alignment: 4096)
    }

    deinit {
        memory.deallocate()
    }

    subscript(_ index: Int) -> UnsafeMutableRawPointer { memory + index * length }
}
