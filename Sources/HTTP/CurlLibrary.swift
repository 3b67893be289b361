internal import CCurl

/// libcurl, opened by name on first use.
struct CurlLibrary: @unchecked Sendable {
    // Unchecked: written once, before anyone else sees it.
    let table: UnsafePointer<curl_table>

    /// One a process, as there is one linker a process.
    static let opened = open("libcurl.so.4")

    static func open(_ name: String) -> Result<CurlLibrary, UnusableLibrary> {
        let table = UnsafeMutablePointer<curl_table>.allocate(capacity: 1)
        table.initialize(to: curl_table())
        if let complaint = curl_table_open(table, name) {
            let text = String(cString: complaint)
            table.deallocate()
            return .failure(UnusableLibrary(text: text))
        }
        // 7.85 brought CURLOPT_PROTOCOLS_STR, without which a redirect could lead to a file.
        guard let version = curl_version_of(table), version.pointee.version_num >= 0x075500 else {
            return .failure(UnusableLibrary(text: "\(name) is older than 7.85"))
        }
        guard table.pointee.curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK else {
            return .failure(UnusableLibrary(text: "\(name) does not start"))
        }
        return .success(CurlLibrary(table: UnsafePointer(table)))
    }

    func text(_ code: CURLcode) -> String {
        table.pointee.curl_easy_strerror(code).map { String(cString: $0) } ?? "unknown error"
    }
}

package struct UnusableLibrary: Error {
    let text: String
}
