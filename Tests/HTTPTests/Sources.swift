import Files
import Synchronization

struct Broken: Error {}

/// Parts of a body, then its end or an error.
struct Parts: AsyncSequence, Sendable {
    let parts: [[UInt8]]
    let error: (any Error)?

    init(_ parts: [[UInt8]], then error: (any Error)? = nil) {
        self.parts = parts
        self.error = error
    }

    func makeAsyncIterator() -> Iterator { Iterator(rest: parts[...], error: error) }

    struct Iterator: AsyncIteratorProtocol {
        var rest: ArraySlice<[UInt8]>
        let error: (any Error)?

        mutating func next() async throws -> [UInt8]? {
            if let part = rest.popFirst() { return part }
            if let error { throw error }
            return nil
        }
    }
}

/// A body without an end that counts what was taken of it.
struct Endless: AsyncSequence, Sendable {
    let taken = Counter()

    func makeAsyncIterator() -> Iterator { Iterator(taken: taken) }

    struct Iterator: AsyncIteratorProtocol {
        let taken: Counter
        let part = [UInt8](repeating: 7, count: 1 << 16)

        mutating func next() async throws -> [UInt8]? {
            taken.add(part.count)
            return part
        }
    }
}

/// Reads an array as a file is read.
func reader(of bytes: [UInt8]) -> (UnsafeMutableRawBufferPointer) throws -> Int {
    var offset = 0
    return { buffer in
        let count = min(buffer.count, bytes.count - offset)
        bytes.withUnsafeBytes { source in
            UnsafeMutableRawBufferPointer(rebasing: buffer[..<count])
                .copyMemory(from: UnsafeRawBufferPointer(rebasing: source[offset..<offset + count]))
        }
        offset += count
        return count
    }
}

final class Counter: Sendable {
    private let monitor = Monitor(0)
    func add(_ count: Int = 1) { monitor.change { $0 += count } }
    var count: Int { monitor.change { $0 } }
}
