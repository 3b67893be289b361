extension Program {
    /// The program itself: main starts it, and so do the tests.
    package static let freshet = Program(
        name: "freshet",
        version: "0.1.0",
        summary: "The companion of a build pipeline: torrents, checksums and releases.",
        verbs: [.make, .show, .check, .edit, .magnet, .lint]
    )
}
