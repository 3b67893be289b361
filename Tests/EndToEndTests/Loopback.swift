import Support

/// A web server with ranges, and a tracker, on 127.0.0.1; ends with the value.
final class WebServer {
    private let process: Running

    /// `http://127.0.0.1:…`
    let address: String

    init(of folder: TemporaryFolder) throws {
        process = try Running(Python.path(), [Peer.path("serve.py"), folder.path])
        address = "http://127.0.0.1:\(try process.firstLine("the web server's port"))"
    }

    /// One for each request: method, path, range, code.
    var requests: [String] { process.output.split(separator: "\n").dropFirst().map(String.init) }

    func waitForRequest(_ what: String, where isIt: (String) -> Bool) throws {
        try Wait.until(what) { requests.contains(where: isIt) }
    }
}

/// libtorrent with all of the data, on 127.0.0.1; ends with the value.
final class Seeder {
    private let process: Running
    let port: String

    init(_ torrent: String, in folder: TemporaryFolder) throws {
        process = try Running(Python.withLibtorrent(), [Peer.path("seed.py"), torrent, "."], in: folder.path)
        port = try process.firstLine("the seeder's port")
    }
}

extension Running {
    /// The first line that the process writes: what others have to know before they can begin.
    fileprivate func firstLine(_ what: String) throws -> String {
        try Wait.until(what + "; it says: " + errors) { output.contains("\n") || !isRunning }
        guard let line = output.split(separator: "\n").first else { throw Silent(what: what, errors: errors) }
        return String(line)
    }

    private struct Silent: Error { let what: String, errors: String }
}
