internal import Files
internal import Synchronization

/// Reads a payload once, on several threads, and hashes all that is wanted of it.
package struct Sweep<Source: Payload>: Sendable {
    private let plan: HashPlan
    private let payload: Source
    private let advance: @Sendable (Int) -> Void

    /// `advance` is told how many bytes have been done, from any thread.
    package init(_ plan: HashPlan, _ payload: Source, advance: @escaping @Sendable (Int) -> Void) {
        self.plan = plan
        self.payload = payload
        self.advance = advance
    }

    package func run() throws -> Hashes {
        if !plan.digestsFiles { return try sideBySide(threads: plan.workers) }
        return plan.jobs == 1 ? try alone() : try inOrder()
    }

    /// Each thread takes the next pieces, wherever the others are.
    private func sideBySide(threads: Int) throws -> Hashes {
        let hashes = Mutex(Hashes(plan))
        let batches = plan.batches
        let next = Atomic(0)
        try Threads.run(max(1, min(threads, batches.count))) { _ in
            let buffer = Buffers(count: 1, length: plan.bufferLength)
            do {
                while case let index = next.wrappingAdd(1, ordering: .relaxed).oldValue, index < batches.count {
                    try hash(batches[index], into: hashes, buffer: { _ in buffer[0] }, filled: { _ in })
                }
            } catch {
                next.store(batches.count, ordering: .relaxed)
                throw error
            }
        }
        return hashes.withLock { $0 }
    }

    /// One thread for everything.
    private func alone() throws -> Hashes {
        let hashes = Mutex(Hashes(plan))
        var digester = FileDigester()
        let buffer = Buffers(count: 1, length: plan.bufferLength)
        for pieces in plan.batches {
            try hash(pieces, into: hashes, buffer: { _ in buffer[0] }, filled: { digester.absorb($0) })
        }
        let digests = digester.finish()
        hashes.withLock { $0.files = digests }
        return hashes.withLock { $0 }
    }

    /// The first thread hashes the files, which takes longest; the others read, and hash the pieces.
    private func inOrder() throws -> Hashes {
        let hashes = Mutex(Hashes(plan))
        let window = Window(plan)
        try Threads.run(1 + plan.workers) { index in
            do {
                if index == 0 {
                    var digester = FileDigester()
                    window.consume { digester.absorb($0) }
                    let digests = digester.finish()
                    hashes.withLock { $0.files = digests }
                } else {
                    while var claim = window.claim() {
                        try hash(claim.pieces, into: hashes) { offset in
                            if offset > 0 {
                                guard let other = window.exchange(claim.buffer) else { return nil }
                                claim.buffer = other
                            }
                            return window.memory(claim.buffer)
                        } filled: { segments in
                            window.handOver(Window.Slab(segments: segments, buffer: claim.buffer))
                        }
                        window.release(claim.buffer)
                    }
                }
            } catch {
                window.stop()
                throw error
            }
        }
        return hashes.withLock { $0 }
    }

    /// Reads neighbouring pieces, segment by segment, into the memory that `buffer` gives (nil stops the work),
    /// shows each to `filled`, and hashes them.
    private func hash(
        _ pieces: Range<Int>, into hashes: borrowing Mutex<Hashes>,
        buffer: (_ offset: Int64) -> UnsafeMutableRawPointer?, filled: (Segments) -> Void
    ) throws {
        var hasher = BatchHasher(plan, pieces)
        var unread: Set<Int> = []
        for offset in offsets(pieces) {
            guard let memory = buffer(offset) else { return }
            let segments = segments(pieces, offset, memory)
            unread.formUnion(try segments.read(from: payload, zeroed: plan.kind.hasV1))
            filled(segments)
            if unread.count == pieces.count && !plan.digestsFiles {
                // Where nothing can be read there is nothing to hash, however much there should be.
                advance(plan.byteCount(pieces, from: offset))
                break
            }
            hasher.absorb(segments)
            advance(segments.byteCount)
        }
        hashes.withLock { hasher.finish(unread: unread, into: &$0) }
    }

    /// How far into the pieces each reading begins.
    private func offsets(_ pieces: Range<Int>) -> StrideTo<Int64> {
        stride(from: 0, to: Int64(plan.layout.piece(pieces.lowerBound).count), by: plan.segment)
    }

    private func segments(_ pieces: Range<Int>, _ offset: Int64, _ buffer: UnsafeMutableRawPointer) -> Segments {
        let left = plan.layout.pieceLength - offset
        return Segments(
            layout: plan.layout, pieces: pieces, offset: offset, length: Int(min(Int64(plan.segment), left)),
            buffer: buffer)
    }
}
