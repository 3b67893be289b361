import Files
import Publishing

/// Whole files, with the words of a failure.
enum Write {
    static func file(
        _ bytes: [UInt8], to path: String, _ existing: WholeFile.Existing, shown: String? = nil
    ) throws {
        do {
            try WholeFile.write(bytes, to: path, existing: existing)
        } catch {
            guard error.isExisting else { throw Failure(error, during: "writing \(shown ?? path)") }
            throw Failure("writing \(shown ?? path)", "it exists", advice: "--force to replace it")
        }
    }
}
