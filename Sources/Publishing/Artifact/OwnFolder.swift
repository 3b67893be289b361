/// `.freshet/` in a bucket is Freshet's own: the ledger and the kept assets. No pattern selects anything in it, and
/// nothing that copies, sweeps or makes goes there.
package enum OwnFolder {
    package static let name = ".freshet"

    /// Whether a key lies in such a folder. At any depth: what is the top of a bucket for one publication is a folder
    /// below the top for another.
    package static func holds(_ key: String) -> Bool {
        // Byte by byte: to Swift's characters "/" and an accent behind it are one letter, which is no "/".
        let parts = key.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return parts.dropLast().contains { $0.elementsEqual(name.utf8) }
    }
}
