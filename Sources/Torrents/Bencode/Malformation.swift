/// Why bytes are not a torrent, and where.
package struct Malformation: Error, Equatable {
    /// The lint rule that tells more about it.
    package let rule: Rule
    /// The keys that lead to the place: `info.files[3].length`; empty at the root.
    package let path: String
    /// Counted from the first byte of the file.
    package let byte: Int
    package let fault: String

    /// Fault and place, in one line.
    package var problem: String {
        (path.isEmpty ? "" : path + ": ") + fault + " (at byte \(byte))"
    }
}
