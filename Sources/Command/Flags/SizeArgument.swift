import Publishing
import Torrents

/// Sizes as people write them: `1MiB`, `512K`, `1048576`.
enum SizeArgument {
    static func pieceSize(_ written: String?) throws -> PieceSize {
        guard let written, written != "auto" else { return .automatic }
        guard let bytes = bytes(written) else {
            throw Failure.usage("--piece-size \(written): a size is needed", advice: "such as 1MiB or 512KiB, or auto")
        }
        guard (PieceSize.smallest...PieceSize.largest).contains(bytes), bytes.nonzeroBitCount == 1 else {
            throw Failure.usage(
                "--piece-size \(written): a power of two from 16 KiB to 128 MiB is needed",
                advice: nearest(bytes).map { "\($0 >= 1 << 20 ? "\($0 >> 20)MiB" : "\($0 >> 10)KiB")" })
        }
        return .bytes(bytes)
    }

    /// K, M and G are binary, as torrent tools have always read them; KB, MB and GB are not.
    static func bytes(_ written: String) -> Int64? {
        let digits = written.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int64(digits), number > 0 else { return nil }
        let unit: Int64? =
            switch written.dropFirst(digits.count).drop(while: { $0 == " " }).lowercased() {
            case "", "b": 1
            case "k", "kib": 1 << 10
            case "m", "mib": 1 << 20
            case "g", "gib": 1 << 30
            case "kb": 1_000
            case "mb": 1_000_000
            case "gb": 1_000_000_000
            default: nil
            }
        guard let unit else { return nil }
        let (bytes, overflow) = number.multipliedReportingOverflow(by: unit)
        return overflow ? nil : bytes
    }

    private static func nearest(_ bytes: Int64) -> Int64? {
        var size = PieceSize.smallest
        while size < bytes && size < PieceSize.largest { size *= 2 }
        return size
    }
}
