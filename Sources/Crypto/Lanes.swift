internal import CLanes

/// Which multi-buffer kernels this processor gains from; none where libcrypto alone is faster.
package struct Lanes: Sendable {
    let sha1: Kernel?
    let sha256: Kernel?

    /// One message at a time, by libcrypto.
    package static let off = Lanes(sha1: nil, sha256: nil)

    /// The fastest for this processor, as measured (Benchmarks/RESULTS.md).
    package static let fastest: Lanes = {
        if let lanes = only(.avx512) { return lanes }
        guard let lanes = only(.avx2) else { return .off }
        // Eight lanes of SHA-256 are no faster than one with SHA instructions, and any idle lane makes them slower.
        return Lanes(sha1: lanes.sha1, sha256: lanes_processor_has_sha() ? nil : lanes.sha256)
    }()

    package enum Width: String, Sendable, CaseIterable {
        case avx2
        case avx512
    }

    /// One kernel by name, for tests and for measuring; nil where the processor lacks it.
    package static func only(_ width: Width) -> Lanes? {
        let raw =
            switch width {
            case .avx2: LANES_AVX2
            case .avx512: LANES_AVX512
            }
        guard lanes_supported(raw) else { return nil }
        let hasSHA = lanes_processor_has_sha()
        return switch width {
        case .avx2: Lanes(sha1: Kernel(raw, least: hasSHA ? 4 : 3), sha256: Kernel(raw, least: hasSHA ? 8 : 3))
        case .avx512: Lanes(sha1: Kernel(raw, least: hasSHA ? 5 : 3), sha256: Kernel(raw, least: hasSHA ? 8 : 3))
        }
    }

    /// How many messages are worth hashing side by side.
    package var width: Int { max(sha1?.width ?? 1, sha256?.width ?? 1) }
}

struct Kernel: Sendable {
    let raw: lanes_kernel
    let width: Int
    /// With fewer messages than this, so many lanes idle that libcrypto is faster.
    let least: Int

    init(_ raw: lanes_kernel, least: Int) {
        self.raw = raw
        self.least = least
        width = Int(lanes_width(raw))
    }
}
