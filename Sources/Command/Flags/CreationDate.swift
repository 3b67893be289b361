import Publishing

/// The time that a torrent says it was made: said, or the build's, or none; never this machine's clock, so that
/// the same input gives the same bytes.
enum CreationDate {
    static let flag = Flag(
        "date", takes: "WHEN", help: "creation date: 2026-11-21, …T03:36:58Z, @1700000000, or none")

    static func asked(_ arguments: Arguments, in world: World) throws -> Int64? {
        if let written = arguments.value("date") {
            return written == "none" ? nil : try seconds(written, as: "--date \(written)")
        }
        guard let epoch = world.environment["SOURCE_DATE_EPOCH"], !epoch.isEmpty else { return nil }
        guard let seconds = Int64(epoch), seconds >= 0 else {
            throw Failure.usage("SOURCE_DATE_EPOCH=\(epoch): seconds since 1970 are needed")
        }
        return seconds
    }

    static func seconds(_ written: String, as shown: String) throws -> Int64 {
        do {
            let seconds = try Moment(written).seconds
            guard seconds >= 0 else { throw Failure.usage("\(shown): before 1970") }
            return seconds
        } catch let error as MomentError {
            throw Failure.usage("\(shown): \(error)", advice: MomentError.advice)
        }
    }
}
