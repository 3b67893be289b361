/// Which proxy stands before which server.
package struct HTTPProxies: Sendable, Equatable {
    package var http: String?
    package var https: String?
    /// Hosts that are spoken to directly, as in `no_proxy`.
    package var except: String?

    package init() {}

    package init(environment: [String: String]) {
        func first(_ names: String...) -> String? {
            names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        }
        // Not HTTP_PROXY: behind a web server that runs programs, a visitor's "Proxy:" field arrives under that name.
        http = first("http_proxy", "all_proxy", "ALL_PROXY")
        https = first("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
        except = first("no_proxy", "NO_PROXY")
    }

    func proxy(forScheme scheme: String) -> String? { scheme == "https" ? https : http }
}
