import Publishing

extension Int64 {
    /// Piece sizes are exact, and nearly always powers of two: `256 KiB`, not `256.0 KiB`.
    var asPieceSize: String {
        if self > 0 && isMultiple(of: 1 << 20) { return "\(self >> 20) MiB" }
        return self > 0 && isMultiple(of: 1 << 10) ? "\(self >> 10) KiB" : "\(self) bytes"
    }

    /// Rounded for people, and exact.
    var spelled: String {
        self < 1024 ? "\(ByteCount(Int(self)))" : "\(ByteCount(Int(self))) (\(self) bytes)"
    }
}
