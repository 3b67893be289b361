import Crypto
import Glibc
import Testing

/// Messages that end where the memory ends: one byte read behind them is a crash.
@Suite("Nothing is read behind a message")
struct BoundsTests {
    @Test("Not by any kernel, at any length")
    func bounds() async {
        // In a process of its own, so that a crash is one failure and not the end of all tests.
        await #expect(processExitsWith: .success) {
            for kernel in Kernel.all {
                let memory = try FencedMemory()
                for length in Array(0...130) + [1000, 4096] {
                    for count in [1, 3, 5, 8, 9, 16, 17] {
                        hash(kernel.lanes, memory.end - length, length, count)
                    }
                }
            }
        }
    }
}

private func hash(_ lanes: Lanes, _ message: UnsafePointer<UInt8>, _ length: Int, _ count: Int) {
    var digests = [UInt8](repeating: 0, count: count * 32)
    [UnsafePointer<UInt8>?](repeating: message, count: count).withUnsafeBufferPointer { messages in
        lanes.sha256(messages, length: length, into: &digests)
        var sha1 = SteppedSHA1(count: count, lanes: lanes)
        sha1.finish(messages, length: length, into: &digests)
    }
}

/// A page of memory, and behind it one that nobody may touch.
private struct FencedMemory: ~Copyable {
    struct Refused: Error {}

    private static let page = 4096
    private let start: UnsafeMutableRawPointer
    var end: UnsafePointer<UInt8> { UnsafePointer((start + Self.page).assumingMemoryBound(to: UInt8.self)) }

    init() throws {
        let flags = MAP_PRIVATE | MAP_ANONYMOUS
        guard let memory = mmap(nil, 2 * Self.page, PROT_READ | PROT_WRITE, flags, -1, 0), memory != MAP_FAILED,
            mprotect(memory + Self.page, Self.page, PROT_NONE) == 0
        else { throw Refused() }
        start = memory
    }

    deinit { munmap(start, 2 * Self.page) }
}
