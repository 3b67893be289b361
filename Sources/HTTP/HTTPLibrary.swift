/// Whether there is a libcurl to work with, for whoever wants to know before the first request.
package enum HTTPLibrary {
    /// What is wrong with it, or nil.
    package static func objection(to name: String? = nil) -> String? {
        switch name.map(CurlLibrary.open) ?? CurlLibrary.opened {
        case .success: nil
        case .failure(let error): error.text
        }
    }
}
