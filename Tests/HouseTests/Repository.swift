import FoundationEssentials

/// The working tree that these tests were compiled from.
enum Repository {
    static let root = String(#filePath.dropLast("/Tests/HouseTests/Repository.swift".count))

    static func text(_ path: String) -> String? {
        FileManager.default.contents(atPath: "\(root)/\(path)").map { String(decoding: $0, as: UTF8.self) }
    }

    /// The files under a folder, each as a path from the root, hidden ones and build products left out.
    static func files(under folder: String) -> [String] {
        let below = (try? FileManager.default.subpathsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
        return below.sorted()
            .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
            .map { "\(folder)/\($0)" }
            .filter { !isFolder($0) }
    }

    static func folders(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
        return names.sorted().filter { !$0.hasPrefix(".") && isFolder("\(folder)/\($0)") }
    }

    static let sources: [Source] = ["Sources", "Tests", "Fuzz/Sources"].flatMap(files(under:))
        .filter { path in [".swift", ".c", ".h"].contains { path.hasSuffix($0) } }
        .compactMap { path in text(path).map { Source(path, $0) } }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder = false
        return FileManager.default.fileExists(atPath: "\(root)/\(path)", isDirectory: &isFolder) && isFolder
    }
}
