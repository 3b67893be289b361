/// A file that a torrent describes.
package struct PayloadFile: Sendable {
    package struct Attributes: OptionSet, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let padding = Attributes(rawValue: 1)
        package static let symlink = Attributes(rawValue: 2)
        package static let executable = Attributes(rawValue: 4)
        package static let hidden = Attributes(rawValue: 8)
    }

    /// Below the torrent's name; empty for a torrent of a single file.
    package var path: [String]
    package var length: Int64
    package var attributes: Attributes = []
    /// The root of its v2 tree; nil in v1 and for an empty file.
    package var root: [UInt8]?

    package init(path: [String], length: Int64, attributes: Attributes = [], root: [UInt8]? = nil) {
        self.path = path
        self.length = length
        self.attributes = attributes
        self.root = root
    }

    package var isPadding: Bool { attributes.contains(.padding) }
    package var isSymlink: Bool { attributes.contains(.symlink) }
}

/// Names as bytes: two that look alike to a reader are still two files on a disk.
func isSamePath(_ one: [String], _ other: [String]) -> Bool {
    one.elementsEqual(other) { $0.utf8.elementsEqual($1.utf8) }
}

/// Raw bytes, component by component: the order of the v2 tree.
func precedesAsPath(_ one: [String], _ other: [String]) -> Bool {
    one.lexicographicallyPrecedes(other) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}
