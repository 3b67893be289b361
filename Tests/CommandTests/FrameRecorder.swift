import Publishing
import Synchronization

/// A stream that keeps what is written to it.
final class FrameRecorder: Sendable {
    private let bytes = Mutex<[UInt8]>([])

    var written: [UInt8] { bytes.withLock { $0 } }

    var text: String { String(decoding: written, as: UTF8.self) }

    /// What was written since the last time.
    func take() -> String {
        bytes.withLock { bytes in
            defer { bytes = [] }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    func outlet(isTerminal: Bool = false, allowsColour: Bool = false, width: Int = 80) -> Outlet {
        Outlet(
            isTerminal: isTerminal,
            allowsColour: allowsColour,
            width: { width },
            write: { (new: [UInt8]) in self.bytes.withLock { $0 += new } }
        )
    }
}
