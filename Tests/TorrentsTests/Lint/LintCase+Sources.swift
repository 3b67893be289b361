import Torrents

extension LintCase {
    private static let v1 = Sample.v1Single.clean
    private static let folder = Sample.v1Multi.clean

    static let trackers = [
        LintCase(Sample.v1Single, [warning(.noSource, "neither a tracker nor a web seed")]) { _ in },
        LintCase(Sample.v1Single, [warning(.noSource, "neither a tracker nor a web seed")]) {
            $0.outside["announce"] = .text("")
        },
        LintCase(v1, [warning(.noAnnounceList, "\"announce\" without \"announce-list\"")]) {
            $0.outside["announce-list"] = nil
        },
        LintCase(v1, []) { $0.outside["announce"] = nil },
        LintCase(v1, [warning(.announceNotListed, "udp://b.example:1 is not in \"announce-list\"")]) {
            $0.outside["announce"] = .text("udp://b.example:1")
        },
        LintCase(v1, [error(.trackerURL, "\"udp://b.example\": a udp tracker needs its port")]) {
            $0.outside["announce-list"] = list(["udp://a.example:1/announce"], ["udp://b.example"])
        },
        LintCase(v1, [error(.trackerURL, "\"b.example\" is not a tracker's URL")]) {
            $0.outside["announce-list"] = list(["udp://a.example:1/announce"], ["b.example"])
        },
        LintCase(v1, [warning(.duplicateTracker, "udp://a.example:1/announce")]) {
            $0.outside["announce-list"] = list(["udp://a.example:1/announce"], ["udp://a.example:1/announce"])
        },
        LintCase(v1, [error(.unescapedURL, "tracker http://b.example/a b")]) {
            $0.outside["announce-list"] = list(["udp://a.example:1/announce", "http://b.example/a b"])
        },
    ]

    static let webSeeds = [
        seed(v1, []) { "https://d.example/a.iso" },
        seed(Sample.v1Single, []) { "https://d.example/a.iso" },
        seed(v1, [warning(.webSeedSlash, "https://d.example/x/ ends in a slash though it is one file")]) {
            "https://d.example/x/"
        },
        // A client asks for a.iso/a.iso.
        seed(v1, [error(.webSeedSlash, "https://d.example/a.iso/ ends in a slash though it is one file")]) {
            "https://d.example/a.iso/"
        },
        seed(folder, [warning(.webSeedSlash, "https://d.example/x does not end in a slash though it is a folder")]) {
            "https://d.example/x"
        },
        seed(folder, []) { "https://d.example/x/" },
        seed(v1, [error(.webSeedURL, "ftp://d.example/a.iso")]) { "ftp://d.example/a.iso" },
        seed(v1, [error(.webSeedURL, "d.example/a.iso")]) { "d.example/a.iso" },
        seed(v1, [error(.unescapedURL, "web seed https://d.example/a b.iso")]) { "https://d.example/a b.iso" },
        seed(v1, [error(.unescapedURL, "web seed https://d.example/%zz")]) { "https://d.example/%zz" },
        LintCase(v1, [warning(.duplicateWebSeed, "https://d.example/a.iso")]) {
            $0.outside["url-list"] = .list([.text("https://d.example/a.iso"), .text("https://d.example/a.iso")])
        },
        LintCase(v1, [error(.wrongType, "url-list[1]: not a text (at byte 255)")]) {
            $0.outside["url-list"] = .list([.text("https://d.example/a.iso"), .integer(1)])
        },
        LintCase(
            v1,
            [warning(.httpSeeds, "httpseeds: http://a.example"), warning(.httpSeeds, "httpseeds: http://b.example")]
        ) {
            $0.outside["httpseeds"] = .list([.text("http://a.example"), .text("http://b.example")])
        },
    ]

    private static func list(_ tiers: [String]...) -> Bencode {
        .list(tiers.map { .list($0.map(Bencode.text)) })
    }

    private static func seed(_ sample: Sample, _ wanted: [Wanted], _ url: () -> String) -> LintCase {
        LintCase(sample, wanted) { $0.outside["url-list"] = .text(url()) }
    }

    static let outside =
        [Int64(0), -1, 993_999_999, 4_102_444_801, 1_700_000_000_000].map { date in
            LintCase(v1, [warning(.creationDate, "creation date \(date)")]) {
                $0.outside["creation date"] = .integer(date)
            }
        }
        + [Int64(994_000_000), 1_700_000_000, 4_102_444_800].map { date in
            LintCase(v1, []) { $0.outside["creation date"] = .integer(date) }
        }
        + [
            "/home/me/a.iso", "built in /tmp/x", "path=/builds/a/b", "\"/Users/me\"", "(/root/x)", "C:\\build\\a.iso",
            "see file:///a", "/__w/repo/repo", "a;/var/lib",
        ].map { text in
            LintCase(v1, [warning(.localPath, "comment: \(text)")]) { $0.outside["comment"] = .text(text) }
        }
        + [
            "https://a.example/home/me", "/usr/share/a", "home/me", "a/tmp/b", "C:", "AC:\\x", "1:\\x", "", "/",
        ].map { text in
            LintCase(v1, []) { $0.outside["comment"] = .text(text) }
        } + [
            // Unknown keys tell as much, and so does what is in info.
            LintCase(v1, [warning(.localPath, "path: /home/me/a.iso")]) {
                $0.outside["x"] = .dictionary(["path": .list([.text("/home/me/a.iso"), .integer(1)])])
            },
            LintCase(v1, [warning(.localPath, "source: /mnt/iso")]) { $0.info["source"] = .text("/mnt/iso") },
        ]

    static let names =
        [
            ("a:b", "\":\" in it"), ("a\\b", "\"\\\" in it"), ("a?", "\"?\" in it"), ("a\nb", "control characters"),
            ("\u{7f}", "control characters"), (".", "no name at all to a file system"),
            (" a", "a space or dot at its edge"), ("a ", "a space or dot at its edge"),
            ("a.", "a space or dot at its edge"), (String(repeating: "é", count: 128), "more than 255 bytes"),
            ("con", "a device's name on Windows"), ("NUL.iso", "a device's name on Windows"),
            ("lpt1.tar.gz", "a device's name on Windows"),
        ].map { name, problem in
            LintCase(v1, [warning(.awkwardName, "\"\(name)\": \(problem)")]) { $0.info["name"] = .text(name) }
        }
        + [".a", "a b", "console", "é.iso", "...a", String(repeating: "a", count: 255)].map { name in
            LintCase(v1, []) { $0.info["name"] = .text(name) }
        } + [
            LintCase(v1, [warning(.notUTF8, "\"a\u{fffd}\"")]) { $0.info["name"] = .bytes([0x61, 0xe9]) },
            files([error(.sameName, "\"a/b\" stands twice")], ["a", "b"], ["a", "b"]),
            files(
                [warning(.awkwardName, "\"A/b\" differs from another name in a way that some file systems do not see")],
                ["a", "b"], ["A", "b"]),
            files(
                [
                    warning(
                        .awkwardName,
                        "\"e\u{301}\" differs from another name in a way that some file systems do not see")
                ],
                ["\u{e9}"], ["e\u{301}"]),
            files([warning(.awkwardName, "\"aux\": a device's name on Windows")], ["aux", "b"], ["c"]),
            files([error(.sameName, "\"a\" is a file and a folder")], ["a"], ["a", "b"]),
            files([error(.sameName, "\"a/b\" is a file and a folder")], ["a", "b", "c", "d"], ["a", "b"]),
            files([], ["a", "b"], ["a", "c"]),
        ]

    private static func files(_ wanted: [Wanted], _ paths: [String]...) -> LintCase {
        LintCase(folder, wanted) {
            $0.info["files"] = .list(
                paths.map { .dictionary(["length": .integer(20_000), "path": Sample.path($0)]) })
        }
    }
}
