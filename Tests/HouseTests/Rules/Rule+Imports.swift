extension Rule {
    /// What each room under Sources may import. A new room gets its line here first.
    private static let table: [String: Set<String>] = [
        "Files": ["Glibc", "Synchronization"],
        "Crypto": ["CCrypto", "CLanes", "Synchronization"],
        "Torrents": ["Crypto", "Files", "Synchronization"],
        "Publishing": ["Torrents", "Synchronization"],
        "HTTP": ["CCurl", "Files", "Glibc", "Synchronization"],
        "Configuration": ["CYAML", "Publishing"],
        "Command": [
            "Crypto", "Files", "Publishing", "Torrents", "FoundationEssentials", "Glibc", "Synchronization",
        ],
    ]

    private static let heavy: Set<String> = [
        "FoundationXML", "FoundationNetworking", "FoundationInternationalization",
    ]

    static let importTable = Rule(
        "a room imports only what the table grants it",
        bad: [
            Source("Sources/Publishing/A.swift", "internal import FoundationEssentials\n"),
            Source("Sources/Torrents/B.swift", "import Foundation\n"),
            Source("Sources/Files/C.swift", "package import struct Crypto.Hasher\n"),
            Source("Sources/Torrents/D.swift", "@preconcurrency import CCrypto\n"),
            Source("Sources/Command/E.swift", "import Files; import CLanes\n"),
            Source("Sources/Attic/F.swift", "let x = 1\n"),
            Source("Tests/FilesTests/G.swift", "import FoundationNetworking\n"),
        ],
        good: [
            Source("Sources/Publishing/H.swift", "// import Foundation\npackage import Torrents\n"),
            Source("Sources/Command/I.swift", "internal import FoundationEssentials\nimport Glibc\n"),
            Source("Tests/FilesTests/J.swift", "import Testing\nimport Foundation\n"),
            Source("Sources/Libraries/CLanes/lanes.c", "#include <stdint.h>\n"),
        ]
    ) { source in
        let imports = Import.all(in: source)
        guard source.path.hasSuffix(".swift"), let room = source.room else {
            return imports.filter { heavy.contains($0.module) }.map { "\($0.line): \($0.module) stays out, tests too" }
        }
        guard let granted = table[room] else { return ["1: \(room) has no line in the import table"] }
        return imports.filter { !granted.contains($0.module) }
            .map { "\($0.line): \(room) may not import \($0.module)" }
    }

    static let importForm = Rule(
        "C stays inside the module that binds it, and nothing is passed on",
        bad: [
            Source("Sources/Crypto/A.swift", "package import CCrypto\n"),
            Source("Sources/Crypto/B.swift", "public import CLanes\n"),
            Source("Sources/Files/C.swift", "package import Glibc\n"),
            Source("Sources/Command/D.swift", "@_exported import Files\n"),
            Source("Tests/FilesTests/E.swift", "@testable import Files\n"),
        ],
        good: [
            Source("Sources/Crypto/F.swift", "internal import CCrypto\nimport CLanes\n"),
            Source("Sources/Torrents/G.swift", "package import Crypto\n"),
        ]
    ) { source in
        Import.all(in: source).compactMap { found in
            if found.attributes.contains("@_exported") { return "\(found.line): \(found.module) is passed on" }
            if found.attributes.contains("@testable") { return "\(found.line): `package` is reached without" }
            let isOpen = found.access == "public" || found.access == "package"
            return isOpen && isC(found.module) ? "\(found.line): \(found.module)'s types would leave this module" : nil
        }
    }

    /// The C library, and the folders under Libraries: a C and the library's name.
    private static func isC(_ module: String) -> Bool {
        let second = module.dropFirst().first
        return module == "Glibc" || (module.hasPrefix("C") && (second?.isUppercase ?? false))
    }
}
