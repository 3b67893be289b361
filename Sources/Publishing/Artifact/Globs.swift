/// Patterns that select keys together. The last one that matches a key decides, as in gitignore.
///
/// A key that none matches is left out, unless all patterns exclude: `!*.tmp` alone means all but these.
package struct Globs: Sendable, Equatable {
    package let globs: [Glob]

    package init(_ globs: [Glob]) {
        self.globs = globs
    }

    package init(_ patterns: [String]) throws(GlobError) {
        var globs: [Glob] = []
        for pattern in patterns { globs.append(try Glob(pattern)) }
        self.init(globs)
    }

    package func includes(_ key: String) -> Bool {
        if OwnFolder.holds(key) { return false }
        if let decisive = globs.last(where: { $0.matches(key) }) { return !decisive.excludes }
        return !globs.isEmpty && globs.allSatisfy(\.excludes)
    }
}
