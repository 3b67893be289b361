import Publishing
import Torrents

/// What `edit` was asked for.
struct EditRequest {
    private let arguments: Arguments
    private let world: World

    private static let changes: Set = [
        "tracker", "tier", "trackers", "add-tracker", "remove-tracker", "web-seed", "add-web-seed",
        "remove-web-seed", "comment", "date",
    ]

    init(_ arguments: Arguments, in world: World) throws {
        guard arguments.occurrences.contains(where: { Self.changes.contains($0.flag) }) else {
            throw Failure.usage("nothing to change", advice: "such as --add-tracker URL or --comment TEXT")
        }
        self.arguments = arguments
        self.world = world
    }

    func editing(of torrent: Metainfo) throws -> Editing {
        var editing = Editing()
        editing.tiers = try Failure.asking { try tiers(of: torrent) }
        editing.webSeeds = try Failure.asking { try webSeeds(of: torrent) }
        if let comment = arguments.value("comment") {
            editing.comment = comment.isEmpty ? .remove : .set(comment.replacing("{name}", with: torrent.name))
        }
        if let date = arguments.value("date") {
            editing.creationDate =
                date == "none" ? .remove : .set(try CreationDate.seconds(date, as: "--date \(date)"))
        }
        return editing
    }

    private func tiers(of torrent: Metainfo) throws -> Editing.Change<[[String]]> {
        guard has(["tracker", "tier", "trackers", "add-tracker", "remove-tracker"]) else { return .keep }
        let replaced = try Tiers.asked(arguments, in: world)
        var tiers = has(["tracker", "tier", "trackers"]) ? replaced : torrent.trackers
        for url in arguments.values("remove-tracker") {
            guard tiers.joined().contains(url) else {
                throw Failure.usage("--remove-tracker \(url): it is not in the torrent")
            }
            tiers = tiers.map { $0.filter { $0 != url } }
        }
        tiers += try arguments.values("add-tracker").map { [try Announcing.tracker($0)] }
        let distinct = Announcing.distinct(tiers)
        return distinct.isEmpty ? .remove : .set(distinct)
    }

    private func webSeeds(of torrent: Metainfo) throws -> Editing.Change<[String]> {
        guard has(["web-seed", "add-web-seed", "remove-web-seed"]) else { return .keep }
        func seeds(_ flag: String) throws -> [String] {
            try arguments.values(flag).map {
                try Announcing.webSeed($0, name: torrent.name, isSingleFile: torrent.isSingleFile)
            }
        }
        var urls = has(["web-seed"]) ? try seeds("web-seed") : torrent.webSeeds
        for url in arguments.values("remove-web-seed") {
            // As it stands there, or as it would have been written.
            let names = [url, url.replacing("{name}", with: torrent.name.percentEncoded).escapedURL]
            guard urls.contains(where: names.contains) else {
                throw Failure.usage("--remove-web-seed \(url): it is not in the torrent")
            }
            urls.removeAll(where: names.contains)
        }
        urls += try seeds("add-web-seed")
        let distinct = Announcing.distinct([urls]).first ?? []
        return distinct.isEmpty ? .remove : .set(distinct)
    }

    private func has(_ flags: [String]) -> Bool { flags.contains(where: arguments.has) }
}
