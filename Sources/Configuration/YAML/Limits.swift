/// What a configuration file may be at most.
package enum Limits {
    package static let bytes = 1 << 20
    package static let depth = 32
    package static let nodes = 100_000
}
