internal import CCurl

/// A URL taken apart by libcurl, so that what is compared here is what is asked there.
struct WebURL {
    struct Origin: Equatable {
        let scheme: String
        let host: String
        let port: String
    }

    struct Malformed: Error {
        let text: String
    }

    let origin: Origin
    /// With what a relative one was completed by.
    let text: String

    /// With a base, the text may be relative, as in a Location.
    init(_ text: String, relativeTo base: String? = nil, _ library: CurlLibrary) throws(Malformed) {
        let table = library.table.pointee
        // libcurl reads "http:///x" as the host x.
        if text.contains(":///") && base == nil { throw Malformed(text: "it names no host") }
        guard let handle = table.curl_url() else { throw Malformed(text: "out of memory") }
        defer { table.curl_url_cleanup(handle) }
        // Only http and https are known here: no scheme at all is not guessed.
        if let base, table.curl_url_set(handle, CURLUPART_URL, base, UInt32(CURLU_PATH_AS_IS)) != CURLUE_OK {
            throw Malformed(text: "it cannot be read")
        }
        guard table.curl_url_set(handle, CURLUPART_URL, text, UInt32(CURLU_PATH_AS_IS)) == CURLUE_OK else {
            throw Malformed(text: "it cannot be read")
        }
        func part(_ part: CURLUPart, _ flags: Int32 = 0) -> String? {
            var found: UnsafeMutablePointer<CChar>?
            guard table.curl_url_get(handle, part, &found, UInt32(flags)) == CURLUE_OK, let found else { return nil }
            defer { table.curl_free(found) }
            return String(cString: found)
        }
        guard let scheme = part(CURLUPART_SCHEME), scheme == "http" || scheme == "https" else {
            throw Malformed(text: "only http and https are spoken")
        }
        guard part(CURLUPART_USER) == nil, part(CURLUPART_PASSWORD) == nil else {
            throw Malformed(text: "it carries a user name or a password")
        }
        guard let host = part(CURLUPART_HOST), !host.isEmpty,
            let port = part(CURLUPART_PORT, CURLU_DEFAULT_PORT), let whole = part(CURLUPART_URL)
        else { throw Malformed(text: "it names no host") }
        origin = Origin(scheme: scheme, host: host.lowercased(), port: port)
        self.text = base == nil ? text : whole
    }
}
