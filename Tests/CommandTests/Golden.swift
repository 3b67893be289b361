import Command
import Foundation
import Testing

/// Texts that the program is known to write, kept as files in `Golden/`.
///
/// With `FRESHET_UPDATE_GOLDEN=1` in the environment they are written anew; the difference is then to be read.
enum Golden {
    private static let folder = String(#filePath.dropLast("Golden.swift".count)) + "Golden/"

    static func expect(
        _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        // A new version is no news here.
        let text = text.replacing("freshet \(Program.freshet.version)", with: "freshet {version}")
        let file = URL(fileURLWithPath: folder + name)
        if ProcessInfo.processInfo.environment["FRESHET_UPDATE_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        guard let golden = FileManager.default.contents(atPath: file.path) else {
            Issue.record("there is no \(name); FRESHET_UPDATE_GOLDEN=1 writes it", sourceLocation: sourceLocation)
            return
        }
        #expect(text == String(decoding: golden, as: UTF8.self), "\(name)", sourceLocation: sourceLocation)
    }
}
