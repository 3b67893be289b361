import FoundationEssentials
package import Publishing

extension Console {
    /// Writes a value as JSON for programs: keys sorted, so that the same result is the same text.
    package func out(json value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try out(String(decoding: encoder.encode(value), as: UTF8.self) + "\n")
    }
}
