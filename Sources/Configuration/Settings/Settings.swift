package import Publishing

/// What can be configured: in the file, and for what has a name there, by flags, variables and inputs of that name.
/// Nil is what was not given.
package struct Settings: Sendable, Equatable {
    /// Under which URLs what is in a bucket can be had by everybody, the preferred one first.
    package var publicPrefixes: [String]?

    // For places written as s3://.
    package var endpoint: String?
    package var region: String?
    package var isPathStyle: Bool?

    /// Patterns under a name, for `--filter`.
    package var filters: [String: Globs]?
    /// By the bucket's name, or its address as it is written everywhere.
    package var buckets: [String: BucketSettings]?

    package init() {}

    /// Every key that the file may have. A new one is a line here and a property above.
    static let table: [Setting<Settings>] = [
        Setting("public", \.publicPrefixes, .list(of: .webAddress)),
        Setting("endpoint", \.endpoint, .webAddress),
        Setting("region", \.region, .word),
        Setting("path-style", \.isPathStyle, .boolean),
        Setting("filters", \.filters, .named(.patterns)),
        Setting("buckets", \.buckets, .named(.table(BucketSettings.table, from: BucketSettings()))),
    ]

    /// Where the file is in a repository.
    package static let path = ".github/freshet.yml"
}

extension Settings {
    /// Reads the file. One that says nothing is one in which nothing was given.
    package init(yaml bytes: [UInt8]) throws(ConfigurationError) {
        let form = Form.table(Self.table, from: Settings())
        if let node = try NodeReading.read(bytes) { self = try form.read(node) } else { self.init() }
    }

    /// The keys that flags, variables and inputs may have as well.
    package static let words = table.filter { $0.words != .none }.map(\.name)

    /// Takes what a flag, a variable or an input of that name says, under the file's own rules.
    ///
    /// - Parameter origin: how errors name it, as in "--region".
    package mutating func set(_ name: String, to words: [String], from origin: String) throws(ConfigurationError) {
        guard let setting = Self.table.first(where: { $0.name == name && $0.words != .none }) else {
            throw ConfigurationError(.unknownKey(name, known: Self.words), at: .name(origin))
        }
        try setting.read(setting.words.node(for: words, at: .name(origin)), &self)
    }

    /// These settings where they are given, and the others where not: a flag beats the environment, which beats the
    /// file. A value is taken whole: lists and mappings of both are not put together.
    package func over(_ others: Settings) -> Settings {
        Self.table.reduce(into: self) { settings, setting in setting.fill(&settings, others) }
    }

    /// What is configured for a bucket: `names` are the ways to call it, the most exact first, such as its address
    /// with prefix, its address, its name. What is given for none of them is nil.
    package func bucket(_ names: String...) -> BucketSettings {
        names.reduce(BucketSettings()) { settings, name in
            settings.over(buckets?[name] ?? BucketSettings())
        }
    }
}
