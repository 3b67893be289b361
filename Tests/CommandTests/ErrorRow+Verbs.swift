extension ErrorRow {
    /// The errors of the verbs, in the order in which `freshet help` lists them.
    static let verbs: [ErrorRow] = make + others + malformed

    private static let others: [ErrorRow] = [
        fails(["show", "gone"], "reading gone: no such file or directory", tries: "check the path"),
        fails(["show", "."], "reading .: is a directory"),
        refuses(["show", ""], "TORRENT is empty"),
        fails(["show", "t/t"], files: torrent, "reading t/t: not a directory"),
        fails(["show", "t"], files: ["t": ""], "reading t: the file ends in the middle (at byte 0)"),
        fails(["show", "-"], "reading standard input: the file ends in the middle (at byte 0)"),
        fails(["show", "-"], input: "hello", "reading standard input: expected a value, found \"h\" (at byte 0)"),
        fails(["magnet", "gone"], "reading gone: no such file or directory", tries: "check the path"),
        fails(["magnet", "-"], input: "d", "reading standard input: the file ends in the middle (at byte 1)"),
        fails(["check", "gone"], "reading gone: no such file or directory", tries: "check the path"),
        refuses(["check", "t", ""], files: torrent, "DATA is empty"),
        refuses(["check", "t", "--jobs", "none"], files: torrent, "--jobs none: a number from 1 to 256 is needed"),
        fails(["check", "t"], files: ["t": "de"], "reading t: no \"info\" in it (at byte 0)"),
        refuses(
            ["check", "t"], files: torrent, environment: ["FRESHET_LANES": "neon"],
            "FRESHET_LANES=neon: off, auto, avx2 or avx512 is needed"),
        refuses(["lint"], "TORRENT… is missing"),
        fails(
            ["lint", "t", "--data", "y"], files: torrent.merging(["y": "too long"]) { $1 },
            "linting t: {folder}/y is not its data", tries: "freshet check tells what is missing"),
        refuses(["lint", "t", "--data", ""], files: torrent, "--data is empty"),
        fails(["lint", "gone"], "reading gone: no such file or directory", tries: "check the path"),
        refuses(
            ["edit", "t"], files: torrent, "nothing to change", tries: "such as --add-tracker URL or --comment TEXT"),
        refuses(
            ["edit", "t", "--force"], files: torrent, "nothing to change",
            tries: "such as --add-tracker URL or --comment TEXT"),
        fails(["edit", "gone", "--comment", "c"], "reading gone: no such file or directory", tries: "check the path"),
        fails(["edit", "t", "--comment", "c"], files: ["t": "de"], "reading t: no \"info\" in it (at byte 0)"),
        fails(
            ["edit", "t", "--comment", "c", "--output", "u"],
            files: [
                "t": "d4:infod6:lengthi4e4:name1:x12:piece lengthi16384e6:pieces20:aaaaaaaaaaaaaaaaaaaaee", "u": "",
            ], "writing u: it exists", tries: "--force to replace it"),
        fails(
            ["edit", "t", "--comment", "c", "--output", "none/u"], files: torrent,
            "writing none/u: no such file or directory", tries: "make the folder first: mkdir -p"),
        refuses(["edit", "t", "--tracker", "x"], files: torrent, "\"x\" is not a tracker's URL", tries: aTracker),
        refuses(
            ["edit", "t", "--add-tracker", "udp://a.example"], files: torrent,
            "\"udp://a.example\": a udp tracker needs its port", tries: "such as :6969 behind the host"),
        refuses(
            ["edit", "t", "--remove-tracker", "http://a.example/"], files: torrent,
            "--remove-tracker http://a.example/: it is not in the torrent"),
        refuses(["edit", "t", "--web-seed", "x"], files: torrent, "\"x\" is not a web seed's URL", tries: aWebSeed),
        refuses(
            ["edit", "t", "--add-web-seed", "ftp://a.example/"], files: torrent,
            "\"ftp://a.example/\" is not a web seed's URL", tries: aWebSeed),
        refuses(
            ["edit", "t", "--remove-web-seed", "http://a.example/"], files: torrent,
            "--remove-web-seed http://a.example/: it is not in the torrent"),
        fails(
            ["edit", "t", "--trackers", "gone"], files: torrent, "reading gone: no such file or directory",
            tries: "check the path"),
        refuses(
            ["edit", "t", "--date", "never"], files: torrent, "--date never: \"never\" is not a time", tries: moments),
    ]

    private static let torrent = [
        "t": "d4:infod6:lengthi4e4:name1:x12:piece lengthi16384e6:pieces20:aaaaaaaaaaaaaaaaaaaaee"
    ]

    // Advice that is given in many places.
    static let moments = "2026-11-21, 2026-11-21T03:36:58Z, or seconds since 1970 as @1700000000"
    static let aTracker = "such as udp://tracker.example:6969/announce"
    static let aWebSeed = "such as https://download.example/{name}"
    static let aSize = "such as 1MiB or 512KiB, or auto"
    static let aName = "a name without \"/\", neither \".\" nor \"..\""

    /// Could not be done: exit 1.
    static func fails(
        _ arguments: [String], files: [String: String] = [:], input: String = "",
        environment: [String: String] = [:], _ problem: String, tries advice: String? = nil
    ) -> ErrorRow {
        let says = ["freshet: " + problem] + (advice.map { ["  try: " + $0] } ?? [])
        return ErrorRow(arguments: arguments, files: files, input: input, environment: environment, says: says)
    }

    /// Was not understood: exit 2, and the way to the verb's help.
    static func refuses(
        _ arguments: [String], files: [String: String] = [:], environment: [String: String] = [:], _ problem: String,
        tries advice: String? = nil
    ) -> ErrorRow {
        let says = ["freshet: \(arguments[0]): " + problem] + (advice.map { ["  try: " + $0] } ?? [])
        return ErrorRow(
            arguments: arguments, files: files, environment: environment,
            says: says + ["  see: freshet help \(arguments[0])"], exit: 2)
    }
}
