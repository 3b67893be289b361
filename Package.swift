// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target is built with the same strictness.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "freshet",
    products: [
        .executable(name: "freshet", targets: ["Command"]),
        // What the fuzz package, which cannot live inside this one, takes its targets from.
        .library(name: "Torrents", targets: ["Torrents"]),
    ],
    targets: [
        // C, one folder a library.
        .systemLibrary(name: "CCrypto", path: "Sources/Libraries/CCrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CYAML", path: "Sources/Libraries/CYAML", providers: [.apt(["libyaml-dev"])]),
        // Opened on first use, not linked: there is no `link` in its module map.
        .systemLibrary(name: "CCurl", path: "Sources/Libraries/CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .target(
            name: "CLanes",
            path: "Sources/Libraries/CLanes",
            cSettings: [.unsafeFlags(["-O3", "-Wall", "-Wextra", "-Werror"])]
        ),

        // The rooms, in the order in which a file passes through them.
        .target(name: "Files", swiftSettings: strict),
        .target(name: "Crypto", dependencies: ["CCrypto", "CLanes"], swiftSettings: strict),
        .target(name: "Torrents", dependencies: ["Crypto", "Files"], swiftSettings: strict),
        .target(name: "Publishing", swiftSettings: strict),
        .target(name: "HTTP", dependencies: ["CCurl", "Files"], swiftSettings: strict),
        .target(name: "Configuration", dependencies: ["CYAML", "Publishing"], swiftSettings: strict),
        .executableTarget(
            name: "Command",
            dependencies: ["Files", "Crypto", "Torrents", "Publishing"],
            swiftSettings: strict
        ),

        // Tests, one folder a room.
        .target(
            name: "Support", dependencies: ["Files"], path: "Tests/Support", exclude: ["Peers"], swiftSettings: strict),
        .testTarget(name: "HouseTests", dependencies: ["Support"], swiftSettings: strict),
        .testTarget(name: "CryptoTests", dependencies: ["Crypto", "Support"], swiftSettings: strict),
        .testTarget(name: "FilesTests", dependencies: ["Files", "Support"], swiftSettings: strict),
        .testTarget(name: "TorrentsTests", dependencies: ["Torrents", "Crypto", "Support"], swiftSettings: strict),
        .testTarget(name: "PublishingTests", dependencies: ["Publishing", "Support"], swiftSettings: strict),
        .testTarget(name: "HTTPTests", dependencies: ["HTTP", "Files", "Support"], swiftSettings: strict),
        .testTarget(
            name: "ConfigurationTests",
            dependencies: ["Configuration", "Publishing", "Support"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "CommandTests",
            dependencies: ["Command", "Publishing", "Torrents", "Files", "Support"],
            exclude: ["Golden"], swiftSettings: strict
        ),
        .testTarget(name: "EndToEndTests", dependencies: ["Command", "Support"], swiftSettings: strict),
    ]
)
