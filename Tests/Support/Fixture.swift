import Foundation

private let root = String(#filePath.dropLast("/Tests/Support/Fixture.swift".count))

/// A small input that lies in Fixtures/.
package enum Fixture {
    package struct Missing: Error {
        let name: String
    }

    package static func bytes(_ name: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: "\(root)/Fixtures/\(name)") else {
            throw Missing(name: name)
        }
        return Array(data)
    }
}

/// A script, or a source to be compiled, in Tests/Support/Peers/.
package enum Peer {
    package static func path(_ name: String) -> String { "\(root)/Tests/Support/Peers/\(name)" }
}
