/// One pattern over the keys of a bucket, as gitignore and rclone have them:
///
/// - `*` any letters within a segment, `?` one letter, `**` any letters across segments
/// - `**/` whole segments, also none: `a/**/b` matches `a/b`
/// - `[a-z]`, `[!a]` or `[^a]` one letter of a set; `{a,b}` one of several; a backslash takes the meaning from a letter
/// - without `/` it is held against the last segment, at any depth; a `/` at its start or within it anchors it at the
///   top; one at its end stands for all that lies in such a folder
/// - a `!` in front excludes
///
/// Letters are Unicode scalars: a bucket tells "é" in one scalar from "é" in two, so a pattern does as well.
package struct Glob: Sendable, Equatable {
    package let pattern: String
    package let excludes: Bool

    /// A small machine: each step looks at one letter or leads to other steps. It is in several steps at once, so the
    /// work is at most the pattern's length times the key's, whatever they hold.
    let steps: [Step]

    enum Step: Sendable, Equatable {
        case letter(Unicode.Scalar)
        case anyLetter
        case set(ScalarSet)
        /// Stays for any letter, or for any but `/`, and leads on without one.
        case run(crossing: Bool)
        /// Goes on here and there at once.
        case fork(to: Int)
        case jump(to: Int)
    }

    package init(_ pattern: String) throws(GlobError) {
        var reading = GlobReading(pattern)
        (excludes, steps) = try reading.read()
        self.pattern = pattern
    }
}
