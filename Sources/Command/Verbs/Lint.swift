import Files
import Publishing
import Torrents

extension Verb {
    static let lint = Verb(
        name: "lint",
        summary: "find what makes a torrent fail in some client",
        operands: Operands("TORRENT…", 0...),
        flags: [
            Flag("strict", help: "treat warnings as errors"),
            Flag("data", takes: "PATH", .files, help: "the data, when it does not lie beside the torrent"),
            Flag("rules", help: "list all rules with their reasons"),
            .json,
        ],
        description: [
            "Every finding names its rule, what it found and why that matters. Where the data lies beside the torrent, "
                + "the last piece is held against it. Exits 1 on errors, 0 on warnings.",
            "With - a torrent comes from standard input.",
        ],
        examples: ["freshet lint image.iso.torrent", "freshet lint --strict *.torrent", "freshet lint --rules"],
        run: { arguments, world in
            if arguments.has("rules") {
                try world.console.out(Linting.rules)
                return 0
            }
            guard !arguments.operands.isEmpty else { throw Failure.usage("TORRENT… is missing") }
            return try Linting.run(arguments, in: world)
        }
    )
}

private enum Linting {
    static var rules: String {
        Rule.allCases.map { "\($0.rawValue) (\($0.severity.rawValue))\n    \($0.explanation)\n" }.joined()
    }

    static func run(_ arguments: Arguments, in world: World) throws -> Int32 {
        let isStrict = arguments.has("strict")
        let data = arguments.value("data").map { world.path($0) }
        var reports: [LintReport] = []
        var failure: (any Error)?
        for operand in arguments.operands {
            do {
                let report = try report(operand, data, isStrict, in: world)
                if !arguments.has("json") { try report.show(on: world.console) }
                reports.append(report)
            } catch let error as Failure where error.kind == .failed {
                // One that cannot be read does not keep the others from being looked at; the first such is told.
                failure = failure ?? error
            }
        }
        if arguments.has("json") { try world.console.out(json: reports) }
        if let failure { throw failure }
        return reports.contains { $0.hasErrors } ? 1 : 0
    }

    private static func report(
        _ operand: String, _ data: String?, _ isStrict: Bool, in world: World
    ) throws -> LintReport {
        let file = try TorrentFile(operand, in: world)
        let findings = try Failure.during("linting \(operand)") {
            try Linter.findings(in: file.bytes, payload: try payload(file, data, in: world))
        }
        return LintReport(file.shown, findings, isStrict: isStrict)
    }

    /// The data, if it is there and of the right size; another file of the same name proves nothing.
    private static func payload(_ file: TorrentFile, _ data: String?, in world: World) throws -> LocalData? {
        guard let torrent = try? Metainfo(file.bytes), file.path != nil || data != nil else { return nil }
        let local = data.map { LocalData(of: torrent, at: $0) } ?? LocalData(beside: torrent, at: file.path, in: world)
        if local.states(of: torrent).allSatisfy({ $0 == .complete }) { return local }
        guard let data else { return nil }
        throw Failure("linting \(file.shown)", "\(data) is not its data", advice: "freshet check tells what is missing")
    }
}
