// swift-tools-version: 6.2
import PackageDescription

// SwiftPM names a package after its folder, and `package` declarations are open to whoever bears the same name. So
// the target gives up its own (`packageAccess: false`) and takes the parent's, whatever folder the clone is in.
let parent = Context.packageDirectory.split(separator: "/").dropLast().last ?? "freshet"
let identity = String(parent.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })

let package = Package(
    name: "fuzz",
    dependencies: [.package(name: "freshet", path: "..")],
    targets: [
        .executableTarget(
            name: "Fuzz",
            dependencies: [.product(name: "Torrents", package: "freshet")],
            packageAccess: false,
            swiftSettings: [
                .swiftLanguageMode(.v6),
                .treatAllWarnings(as: .error),
                // libFuzzer brings the `main`.
                .unsafeFlags(["-parse-as-library", "-package-name", identity]),
            ]
        )
    ]
)
