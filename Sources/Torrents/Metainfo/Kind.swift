/// The generations of the format: BEP 3, both in one file, BEP 52.
package enum Kind: String, Sendable, CaseIterable {
    case v1
    case hybrid
    case v2

    package var hasV1: Bool { self != .v2 }
    package var hasV2: Bool { self != .v1 }
}
