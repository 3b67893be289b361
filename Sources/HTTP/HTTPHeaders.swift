/// Header fields in their order; names are told apart without regard to case.
package struct HTTPHeaders: Sendable, Equatable {
    package struct Field: Sendable, Equatable {
        package let name: String
        package let value: String
    }

    package private(set) var fields: [Field] = []

    package init() {}

    /// The first field of this name. Setting replaces all of them, by nothing when nil.
    package subscript(_ name: String) -> String? {
        get { fields.first { Self.equal($0.name, name) }?.value }
        set {
            let place = fields.firstIndex { Self.equal($0.name, name) }
            fields.removeAll { Self.equal($0.name, name) }
            guard let newValue else { return }
            fields.insert(Field(name: name, value: newValue), at: place ?? fields.endIndex)
        }
    }

    package func all(_ name: String) -> [String] {
        fields.filter { Self.equal($0.name, name) }.map(\.value)
    }

    package mutating func add(_ name: String, _ value: String) {
        fields.append(Field(name: name, value: value))
    }

    package mutating func removeAll(where isUnwanted: (Field) -> Bool) {
        fields.removeAll(where: isUnwanted)
    }

    private static func equal(_ left: String, _ right: String) -> Bool {
        left.utf8.count == right.utf8.count && left.lowercased() == right.lowercased()
    }
}

extension HTTPHeaders: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, String)...) {
        fields = elements.map(Field.init)
    }
}

extension HTTPHeaders.Field {
    /// Why the field cannot be sent: a line break in a value would begin another field, and what the body says for
    /// itself cannot be said twice.
    var objection: String? {
        let lowered = name.lowercased()
        if lowered == "content-length" || lowered == "transfer-encoding" { return "\(name) is said by the body" }
        guard !name.isEmpty, name.utf8.allSatisfy(Self.isTokenByte) else { return "\"\(name)\" is no name of a field" }
        guard value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f || $0 == 0x09 }) else {
            return "the value of \(name) holds a control character"
        }
        return nil
    }

    /// As curl takes it: a field without a value ends in a semicolon, for a colon alone would take it back.
    var line: String { value.isEmpty ? name + ";" : name + ": " + value }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
