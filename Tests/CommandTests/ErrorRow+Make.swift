extension ErrorRow {
    /// The errors of `make`.
    static let make: [ErrorRow] = [
        fails(["make", "gone"], "making a torrent of gone: no such file or directory", tries: "check the path"),
        refuses(["make", ""], "PATH is empty"),
        fails(
            ["make", "empty"], files: ["empty": ""],
            "making a torrent of empty: it is empty: a torrent needs at least one byte",
            tries: "check that the build wrote it"),
        fails(
            ["make", "d"], files: ["d/empty": "", "d/e/empty": ""],
            "making a torrent of d: it is empty: a torrent needs at least one byte",
            tries: "check that the build wrote it"),
        fails(
            ["make", "x", "gone"], files: x, "making a torrent of gone: no such file or directory",
            tries: "check the path"),
        fails(
            ["make", "x"], files: ["x": "data", "x.torrent": "old"], "writing x.torrent: it exists",
            tries: "--force to replace it"),
        fails(
            ["make", "x", "--output", "y"], files: ["x": "data", "y": "old"], "writing y: it exists",
            tries: "--force to replace it"),
        fails(
            ["make", "x", "--output", "none/y.torrent"], files: x, "writing none/y.torrent: no such file or directory",
            tries: "make the folder first: mkdir -p"),
        fails(
            ["make", "x", "--output", "none/"], files: x, "writing none/x.torrent: no such file or directory",
            tries: "make the folder first: mkdir -p"),
        fails(["make", "x", "--output", "x/y"], files: x, "writing x/y: not a directory"),
        refuses(
            ["make", "x", "--output", "x", "--force"], files: x,
            "{folder}/x is part of what x is made into a torrent of"),
        refuses(
            ["make", "x", "d/x", "--output", "."], files: ["x": "data", "d/x": "data"],
            "two files would be written to {folder}/./x.torrent"),
        refuses(["make", "x", "x"], files: x, "two files would be written to {folder}/x.torrent"),
        refuses(["make", "x", "--output", "-", "--json"], files: x, "--json and --output - both want standard output"),
        refuses(
            ["make", "x", "y", "--output", "-"], files: ["x": "data", "y": "data"],
            "--output - takes one torrent, not 2"),
        refuses(["make", "x", "y", "--name", "z"], files: ["x": "data", "y": "data"], "--name takes one path, not 2"),
        fails(
            ["make", "x", "--name", "a/b"], files: x, "making a torrent of x: \"a/b\" cannot be a torrent's name",
            tries: aName),
        fails(
            ["make", "x", "--name", ".."], files: x, "making a torrent of x: \"..\" cannot be a torrent's name",
            tries: aName),
        fails(
            ["make", "x", "--name", ""], files: x, "making a torrent of x: \"\" cannot be a torrent's name",
            tries: aName),
        refuses(["make", "x", "--jobs", "0"], files: x, "--jobs 0: a number from 1 to 256 is needed"),
        refuses(["make", "x", "--jobs", "257"], files: x, "--jobs 257: a number from 1 to 256 is needed"),
        refuses(["make", "x", "--jobs", "two"], files: x, "--jobs two: a number from 1 to 256 is needed"),
        refuses(["make", "x", "--jobs", "-1"], files: x, "--jobs -1: a number from 1 to 256 is needed"),
        refuses(
            ["make", "x"], files: x, environment: ["FRESHET_LANES": "sse"],
            "FRESHET_LANES=sse: off, auto, avx2 or avx512 is needed"),
        refuses(["make", "x", "--piece-size", "big"], files: x, "--piece-size big: a size is needed", tries: aSize),
        refuses(["make", "x", "--piece-size", ""], files: x, "--piece-size : a size is needed", tries: aSize),
        refuses(
            ["make", "x", "--piece-size", "1.5MiB"], files: x, "--piece-size 1.5MiB: a size is needed", tries: aSize),
        refuses(["make", "x", "--piece-size", "-1"], files: x, "--piece-size -1: a size is needed", tries: aSize),
        refuses(
            ["make", "x", "--piece-size", "99999999999999999999"], files: x,
            "--piece-size 99999999999999999999: a size is needed", tries: aSize),
        refuses(
            ["make", "x", "--piece-size", "9999999999GiB"], files: x, "--piece-size 9999999999GiB: a size is needed",
            tries: aSize),
        refuses(
            ["make", "x", "--piece-size", "3MiB"], files: x,
            "--piece-size 3MiB: a power of two from 16 KiB to 128 MiB is needed", tries: "4MiB"),
        refuses(
            ["make", "x", "--piece-size", "1MB"], files: x,
            "--piece-size 1MB: a power of two from 16 KiB to 128 MiB is needed", tries: "1MiB"),
        refuses(
            ["make", "x", "--piece-size", "8KiB"], files: x,
            "--piece-size 8KiB: a power of two from 16 KiB to 128 MiB is needed", tries: "16KiB"),
        refuses(
            ["make", "x", "--piece-size", "256MiB"], files: x,
            "--piece-size 256MiB: a power of two from 16 KiB to 128 MiB is needed", tries: "128MiB"),
        refuses(
            ["make", "x", "--date", "yesterday"], files: x, "--date yesterday: \"yesterday\" is not a time",
            tries: moments),
        refuses(["make", "x", "--date", ""], files: x, "--date : \"\" is not a time", tries: moments),
        refuses(
            ["make", "x", "--date", "2026-02-30"], files: x,
            "--date 2026-02-30: \"2026-02-30\" does not exist in the calendar", tries: moments),
        refuses(["make", "x", "--date", "1969-12-31"], files: x, "--date 1969-12-31: before 1970"),
        refuses(["make", "x", "--date", "@-1"], files: x, "--date @-1: before 1970"),
        refuses(
            ["make", "x"], files: x, environment: ["SOURCE_DATE_EPOCH": "now"],
            "SOURCE_DATE_EPOCH=now: seconds since 1970 are needed"),
        refuses(
            ["make", "x"], files: x, environment: ["SOURCE_DATE_EPOCH": "-1"],
            "SOURCE_DATE_EPOCH=-1: seconds since 1970 are needed"),
        refuses(
            ["make", "x", "--tracker", "tracker.example"], files: x, "\"tracker.example\" is not a tracker's URL",
            tries: aTracker),
        refuses(["make", "x", "--tracker", ""], files: x, "\"\" is not a tracker's URL", tries: aTracker),
        refuses(
            ["make", "x", "--tracker", "ftp://a.example/"], files: x,
            "\"ftp://a.example/\": trackers speak udp, http, https, ws or wss, not ftp"),
        refuses(
            ["make", "x", "--tracker", "udp://a.example/announce"], files: x,
            "\"udp://a.example/announce\": a udp tracker needs its port", tries: "such as :6969 behind the host"),
        refuses(
            ["make", "x", "--tracker", "http://a.example:99999/"], files: x,
            "\"http://a.example:99999/\" is not a tracker's URL", tries: aTracker),
        refuses(
            ["make", "x", "--tier", "http://a.example/,b"], files: x, "\"b\" is not a tracker's URL", tries: aTracker),
        fails(
            ["make", "x", "--trackers", "gone"], files: x, "reading gone: no such file or directory",
            tries: "check the path"),
        fails(["make", "x", "--trackers", "."], files: x, "reading .: is a directory"),
        fails(
            ["make", "x", "--trackers", "list"],
            files: ["x": "data", "list": "# mine\nhttp://a.example/\n\nudp://b.example\n"],
            "reading list: line 4: \"udp://b.example\": a udp tracker needs its port",
            tries: "such as :6969 behind the host"),
        refuses(
            ["make", "x", "--web-seed", "ftp://a.example/x"], files: x, "\"ftp://a.example/x\" is not a web seed's URL",
            tries: aWebSeed),
        refuses(
            ["make", "x", "--web-seed", "{name}"], files: x, "\"{name}\" is not a web seed's URL", tries: aWebSeed),
        fails(
            ["make", "x", "--checksum", "-q"], files: ["x": "data", "x-CHECKSUM": "nothing"],
            "writing x-CHECKSUM: it exists and has no SHA-256 of x", tries: "remove it, and it is written anew"),
        fails(
            ["make", "x", "--checksum", "-q"], files: ["x": "data", "x-CHECKSUM": "\(zeros)  x\n"],
            "writing x-CHECKSUM: it says \(zeros), but x has \(digest)",
            tries: "find out which is right; if the data is, remove x-CHECKSUM"),
        fails(
            ["make", "x", "--force", "--checksum", "-q"], files: ["x": "data", "x.torrent/y": ""],
            "writing x.torrent: it is a folder", tries: "move it away, or choose another --output"),
        fails(
            ["make", "x", "--checksum", "-q"], files: ["x": "data", "x-CHECKSUM/y": ""],
            "reading x-CHECKSUM: is a directory"),
        refuses(["make", "-"], "- is no file: a torrent needs a name, and all of its data"),
        refuses(["make", "x", "--tier", " , "], files: x, "--tier  , : there is no tracker in it"),
        fails(
            ["make", "x", "--trackers", "list"], files: ["x": "data", "list": "# none yet\n"],
            "reading list: there is no tracker in it"),
        refuses(["make", "x", "--output", ""], files: x, "--output is empty"),
        refuses(
            ["make", "d", "--output", "d/t"], files: ["d/x": "data"],
            "{folder}/d/t is part of what d is made into a torrent of"),
        refuses(
            ["make", "x", "x-CHECKSUM", "--checksum"], files: ["x": "data", "x-CHECKSUM": "data"],
            "{folder}/x-CHECKSUM is part of what x-CHECKSUM is made into a torrent of"),
        fails(
            ["make", "d", "--checksum"], files: ["d/x": "data", "d/y": "data", "d-CHECKSUM": "\(zeros)  d/x\n"],
            "writing d-CHECKSUM: it exists and has no SHA-256 of d/y", tries: "remove it, and it is written anew"),
    ]

    private static let x = ["x": "data"]
    private static let digest = "3a6eb0790f39ac87c94f3856b2dd2c5d110e6811602261a9a923d3bb23adc8b7"
    private static let zeros = String(repeating: "0", count: 64)
}
