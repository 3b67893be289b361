/// What stands before an answer's body.
package struct HTTPHead: Sendable, Equatable {
    package let status: Int
    /// What the server calls the status, empty on HTTP/2.
    package let reason: String
    /// As in "1.1" or "2".
    package let version: String
    package internal(set) var headers: HTTPHeaders

    /// From a status line; nil when it is none.
    init?(line: String) {
        guard line.hasPrefix("HTTP/") else { return nil }
        let parts = line.dropFirst(5).split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count >= 2, let status = Int(parts[1]), (100...999).contains(status) else { return nil }
        self.status = status
        version = String(parts[0])
        reason = parts.count == 3 ? String(parts[2]) : ""
        headers = HTTPHeaders()
    }

    package var isSuccess: Bool { (200..<300).contains(status) }

    /// What the answer says about its length.
    package var length: Int64? { headers["Content-Length"].flatMap { Int64($0) } }

    var statusText: String { reason.isEmpty ? "\(status)" : "\(status) \(reason)" }
}
