/// The letters between `[` and `]`. None of them is ever `/`: a set stays in its segment.
struct ScalarSet: Sendable, Equatable {
    var isNegated = false
    var ranges: [ClosedRange<Unicode.Scalar>] = []

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        scalar != "/" && ranges.contains { $0.contains(scalar) } != isNegated
    }
}
