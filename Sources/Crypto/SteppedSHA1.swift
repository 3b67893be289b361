internal import CLanes

/// SHA-1 of several messages of one length that advance in step: the pieces of a torrent, a segment of each at a time.
package struct SteppedSHA1: ~Copyable {
    private let count: Int
    private let kernel: Kernel?
    private var states: [lanes_sha1] = []
    private var hashers: [OneAtATime] = []
    private var length: UInt64 = 0

    package init(count: Int, lanes: Lanes) {
        self.count = count
        if let kernel = lanes.sha1, count >= kernel.least {
            self.kernel = kernel
            states = (0..<(count + kernel.width - 1) / kernel.width).map { _ in
                var state = lanes_sha1()
                lanes_sha1_begin(&state)
                return state
            }
        } else {
            kernel = nil
            hashers = (0..<count).map { _ in OneAtATime() }
        }
    }

    /// The next `length` bytes of every message; a multiple of 64.
    package mutating func update(_ messages: Messages, length: Int) {
        precondition(messages.count == count && length.isMultiple(of: 64))
        self.length += UInt64(length)
        guard let kernel else {
            for (hasher, message) in zip(hashers, messages) {
                hasher.hasher.update(UnsafeRawBufferPointer(start: message, count: length))
            }
            return
        }
        for group in states.indices {
            let first = group * kernel.width
            lanes_sha1_update(
                kernel.raw, &states[group], messages.baseAddress.map { $0 + first },
                UInt32(min(kernel.width, count - first)), length / 64)
        }
    }

    /// The last `length` bytes of every message; then 20 bytes a message into `digests`.
    package mutating func finish(_ messages: Messages, length: Int, into digests: UnsafeMutablePointer<UInt8>) {
        guard let kernel else {
            for (index, (hasher, message)) in zip(hashers, messages).enumerated() {
                hasher.hasher.update(UnsafeRawBufferPointer(start: message, count: length))
                hasher.hasher.finish(into: digests + index * 20)
            }
            return
        }
        let whole = length - length % 64
        update(messages, length: whole)
        let tails = messages.map { $0.map { $0 + whole } }
        tails.withUnsafeBufferPointer { tails in
            for group in states.indices {
                let first = group * kernel.width
                lanes_sha1_end(
                    kernel.raw, &states[group], tails.baseAddress.map { $0 + first },
                    UInt32(min(kernel.width, count - first)), self.length + UInt64(length - whole),
                    digests + first * 20)
            }
        }
    }
}

/// An array cannot hold values that are not copyable.
private final class OneAtATime {
    var hasher = Hasher(.sha1)
}
