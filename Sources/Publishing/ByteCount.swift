/// A number of bytes as people read it: `17 bytes`, `1.5 KiB`, `5.0 GiB`.
package struct ByteCount: Hashable, Sendable, CustomStringConvertible {
    package let bytes: Int

    package init(_ bytes: Int) {
        self.bytes = bytes
    }

    package var description: String {
        if bytes.magnitude < 1024 { return bytes == 1 ? "1 byte" : "\(bytes) bytes" }
        var amount = Double(bytes) / 1024
        var units = ["KiB", "MiB", "GiB", "TiB", "PiB"][...]
        var unit = units.removeFirst()
        // 1023.95 and more would round to 1024.0 of the smaller unit.
        while amount.magnitude >= 1023.95, let larger = units.popFirst() {
            amount /= 1024
            unit = larger
        }
        let tenths = Int((amount * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        return "\(sign)\(tenths.magnitude / 10).\(tenths.magnitude % 10) \(unit)"
    }
}
