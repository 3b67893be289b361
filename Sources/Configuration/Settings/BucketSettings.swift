/// What can be configured for one bucket.
package struct BucketSettings: Sendable, Equatable {
    package var endpoint: String?
    package var region: String?
    package var isPathStyle: Bool?
    package var publicPrefixes: [String]?

    package init() {}

    static let table: [Setting<BucketSettings>] = [
        Setting("endpoint", \.endpoint, .webAddress),
        Setting("region", \.region, .word),
        Setting("path-style", \.isPathStyle, .boolean),
        Setting("public", \.publicPrefixes, .list(of: .webAddress)),
    ]

    /// These settings where they are given, and the others where not.
    package func over(_ others: BucketSettings) -> BucketSettings {
        Self.table.reduce(into: self) { settings, setting in setting.fill(&settings, others) }
    }
}
