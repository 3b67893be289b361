import Files
import Publishing
import Torrents

/// Trackers as they are given on the command line.
enum Tiers {
    static let flags = [
        Flag("tracker", takes: "URL", repeatable: true, help: "a tracker, in a tier of its own"),
        Flag("tier", takes: "URL,URL", repeatable: true, help: "trackers that share a tier"),
        Flag("trackers", takes: "FILE", .files, repeatable: true, help: "a file of trackers; empty lines part tiers"),
    ]

    /// In the order in which they were written, each tracker once.
    static func asked(_ arguments: Arguments, in world: World) throws -> [[String]] {
        var tiers: [[String]] = []
        for occurrence in arguments.occurrences {
            guard let value = occurrence.value else { continue }
            switch occurrence.flag {
            case "tracker": tiers.append([try Announcing.tracker(value)])
            case "tier": tiers.append(try tier(value))
            case "trackers": tiers += try read(value, in: world)
            default: break
            }
        }
        return Announcing.distinct(tiers)
    }

    private static func tier(_ value: String) throws -> [String] {
        // Spaces beside a comma are let pass; one inside a URL is for `tracker` to judge.
        let urls = value.split(separator: ",")
            .map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }.filter { !$0.isEmpty }
        guard !urls.isEmpty else { throw Failure.usage("--tier \(value): there is no tracker in it") }
        return try urls.map { try Announcing.tracker($0) }
    }

    private static func read(_ path: String, in world: World) throws -> [[String]] {
        try Failure.during("reading \(path)") {
            let bytes = try SmallFile.read(world.path(path), limit: ChecksumFile.largest)
            let tiers = try Announcing.tiers(ofFile: String(decoding: bytes, as: UTF8.self))
            guard !tiers.isEmpty else { throw Failure("reading \(path)", "there is no tracker in it") }
            return tiers
        }
    }
}
