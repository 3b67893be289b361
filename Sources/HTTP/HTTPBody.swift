/// What a request carries.
package enum HTTPBody: Sendable {
    case none
    case bytes([UInt8])
    case stream(HTTPStream)
}

/// A body that is made while it is sent: the source is asked for more only when there is room.
package struct HTTPStream: Sendable {
    /// Nil sends it in chunks, which HTTP/1.0 and S3 do not take.
    package let length: Int64?

    /// Whether it can be had from its beginning more than once; without, the request is sent once.
    package let isRestartable: Bool

    /// Begins to fill a channel; gives what ends that early.
    let start: @Sendable (ByteChannel, _ describe: @escaping @Sendable (any Error) -> HTTPError) -> @Sendable () -> Void

    /// `open` is called for each attempt. What it opens may be another answer's body.
    package init<Chunks: AsyncSequence & Sendable>(
        length: Int64?, isRestartable: Bool = true,
        _ open: @escaping @Sendable () async throws -> Chunks
    ) where Chunks.Element == [UInt8] {
        self.length = length
        self.isRestartable = isRestartable
        start = { channel, describe in
            let task = Task {
                do {
                    for try await chunk in try await open() {
                        guard await channel.push(chunk) else { return }
                    }
                    channel.finish()
                } catch {
                    channel.fail(describe(error))
                }
            }
            return { task.cancel() }
        }
    }

    /// For sources that block, as files do: read on a thread of its own. What `open` gives fills the buffer and says
    /// how many bytes that were, 0 at the end.
    package init(
        length: Int64?, isRestartable: Bool = true, chunkBytes: Int = 256 << 10,
        blocking open: @escaping @Sendable () throws -> (UnsafeMutableRawBufferPointer) throws -> Int
    ) {
        self.length = length
        self.isRestartable = isRestartable
        start = { channel, describe in
            let begun = DetachedThread.start {
                do {
                    let read = try open()
                    while true {
                        let chunk = try [UInt8](unsafeUninitializedCapacity: chunkBytes) { buffer, count in
                            count = try read(UnsafeMutableRawBufferPointer(buffer))
                        }
                        if chunk.isEmpty { return channel.finish() }
                        guard channel.pushBlocking(chunk) else { return }
                    }
                } catch {
                    channel.fail(describe(error))
                }
            }
            if !begun { channel.fail(describe(ThreadRefused())) }
            return {}
        }
    }
}
