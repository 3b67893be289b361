/// The head of a request, as it came.
package struct WireRequest: Sendable, Equatable {
    package let method: String
    package let target: String
    package let fields: [Field]

    package struct Field: Sendable, Equatable {
        package let name: String
        package let value: String
    }

    /// The values of all fields of that name.
    package func all(_ name: String) -> [String] {
        fields.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
    }

    package subscript(_ name: String) -> String? { all(name).first }

    /// Nil when it is none, as strictly as RFC 9112 has it.
    init?(_ head: String) {
        var lines = head.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
        let first = lines.removeFirst().split(separator: " ", omittingEmptySubsequences: false)
        guard first.count == 3, first[2] == "HTTP/1.1", !first[0].isEmpty, !first[1].isEmpty else { return nil }
        method = String(first[0])
        target = String(first[1])
        var fields: [Field] = []
        for line in lines {
            guard let colon = line.firstIndex(of: ":"), colon > line.startIndex, !line.hasPrefix(" ") else {
                return nil
            }
            guard !line.contains("\n"), !line.contains("\r") else { return nil }
            let value = line[line.index(after: colon)...]
            fields.append(Field(name: String(line[..<colon]), value: value.trimmingPrefix(" ").description))
        }
        self.fields = fields
        let framings = all("Content-Length").count + all("Transfer-Encoding").count
        guard all("Host").count == 1, framings <= 1 else { return nil }
    }
}
