/// The targets in a `Package.swift`, as far as its text tells.
struct Manifest {
    struct Target {
        let kind: String
        let name: String
        let path: String
        let dependencies: [String]
        let isStrict: Bool

        /// C has no Swift settings.
        var isC: Bool { path.hasPrefix("Sources/Libraries/") }
    }

    let targets: [Target]

    init(_ text: String) {
        let source = Source("Package.swift", text)
        let code = Array(source.code)
        let characters = Array(text)
        var targets: [Target] = []
        var position = 0
        while position < code.count {
            guard let kind = Self.kinds.first(where: { code[position...].starts(with: ".\($0)(") }) else {
                position += 1
                continue
            }
            let start = position + kind.count + 2
            let end = Self.end(of: code, from: start)
            targets.append(Target(kind: kind, arguments: String(characters[start..<end])))
            position = end
        }
        self.targets = targets
    }

    /// The targets that miss the strict settings.
    var lenient: [String] { targets.filter { !$0.isC && !$0.isStrict }.map(\.name) }

    /// Modules of this package that a target's sources import and that it does not name as its own dependency;
    /// SwiftPM's check lets pass what comes through another target.
    func undeclared(in sources: [Source]) -> [String] {
        let modules = Set(targets.map(\.name))
        return targets.flatMap { target in
            let own = sources.filter { $0.path.hasPrefix(target.path + "/") }
            let imported = Set(own.flatMap(Import.all(in:)).map(\.module)).intersection(modules)
            return imported.subtracting(target.dependencies).sorted().map { "\(target.name) imports \($0)" }
        }
    }

    private static let kinds = ["target", "executableTarget", "testTarget", "systemLibrary", "plugin", "macro"]

    /// The parenthesis that closes the one before `start`.
    private static func end(of code: [Character], from start: Int) -> Int {
        var depth = 1
        var position = start
        while position < code.count {
            if code[position] == "(" { depth += 1 }
            if code[position] == ")" { depth -= 1 }
            if depth == 0 { break }
            position += 1
        }
        return position
    }
}

extension Manifest.Target {
    fileprivate init(kind: String, arguments: String) {
        self.kind = kind
        let name = Self.strings(after: "name:", in: arguments).first ?? ""
        self.name = name
        path =
            Self.strings(after: "path:", in: arguments).first
            ?? (kind == "testTarget" ? "Tests/\(name)" : "Sources/\(name)")
        dependencies = Self.strings(after: "dependencies:", in: arguments)
        isStrict = arguments.contains("swiftSettings: strict")
    }

    /// The literal behind a label, or those in the list behind it.
    private static func strings(after label: String, in arguments: String) -> [String] {
        guard let range = arguments.firstRange(of: label) else { return [] }
        let rest = arguments[range.upperBound...].drop(while: \.isWhitespace)
        let value = rest.first == "[" ? rest.prefix { $0 != "]" } : rest.prefix { $0 != "," }
        return value.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }
            .map { String($0.element) }
    }
}
