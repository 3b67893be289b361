/// What all requests of one client have in common.
package struct HTTPSettings: Sendable {
    /// The program's name and version.
    package var userAgent: String

    /// Files in PEM form with the authorities to trust in place of the system's; nil for the system's.
    package var authoritiesFile: String?
    package var authoritiesFolder: String?
    package var proxies = HTTPProxies()
    package var addresses = AddressPolicy.any
    package var retries = RetryPolicy()

    /// Told of every retry before the wait for it, so that none is silent.
    package var notice: @Sendable (RetryNotice) -> Void = { _ in }
    package var clock = HTTPClock.actual

    /// Between 0 and 1; spreads out those who try again.
    package var random: @Sendable () -> Double = { Double.random(in: 0..<1) }

    package init(userAgent: String) {
        self.userAgent = userAgent
    }

    /// The variables that name a file of authorities: curl's, then OpenSSL's.
    package static let authorityVariables = ["CURL_CA_BUNDLE", "SSL_CERT_FILE"]

    /// For what is Amazon's or speaks as Amazon does.
    package static let bucketAuthorityVariables = ["AWS_CA_BUNDLE"] + authorityVariables

    /// As the usual variables have it; a variable that is set and empty counts as not set, as with curl.
    package init(
        userAgent: String, environment: [String: String], authorityVariables: [String] = Self.authorityVariables
    ) {
        self.userAgent = userAgent
        let set = environment.filter { !$0.value.isEmpty }
        authoritiesFile = authorityVariables.lazy.compactMap { set[$0] }.first
        authoritiesFolder = set["SSL_CERT_DIR"]
        proxies = HTTPProxies(environment: set)
    }
}
