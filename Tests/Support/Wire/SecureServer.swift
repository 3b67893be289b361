/// Debian's nginx with TLS and HTTP/2, and a certificate for 127.0.0.1 by an authority of its own.
package final class SecureServer: Sendable {
    package static let isInstalled = Tool.find("nginx") != nil && Tool.find("openssl") != nil

    package let port: UInt16
    package let folder: TemporaryFolder
    private let nginx: Companion

    /// The authority's certificate.
    package var authorities: String { folder.path("ca.pem") }

    /// Serves the files of `folder/www`; `/version` answers with the version of HTTP, over however many connections.
    package init() throws {
        folder = TemporaryFolder()
        folder.write("", to: "www/index.html")
        port = ClosedPort.reservable()
        try Self.makeCertificates(in: folder)
        folder.write(Self.configuration(port), to: "nginx.conf")
        let arguments = ["-p", folder.path, "-c", folder.path("nginx.conf"), "-e", folder.path("error.log")]
        nginx = Companion(Tool.find("nginx") ?? "nginx", arguments)
    }

    package func url(_ path: String) -> String { "https://127.0.0.1:\(port)\(path)" }

    private static func makeCertificates(in folder: TemporaryFolder) throws {
        func openssl(_ arguments: String...) throws {
            let outcome = try Tool.run("/usr/bin/openssl", arguments, in: folder.path)
            precondition(outcome.exit == 0, outcome.errors)
        }
        let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        func request(_ arguments: [String]) throws {
            let outcome = try Tool.run("/usr/bin/openssl", ["req"] + key + arguments, in: folder.path)
            precondition(outcome.exit == 0, outcome.errors)
        }
        try request(["-x509", "-days", "2", "-subj", "/CN=Freshet test", "-keyout", "ca.key", "-out", "ca.pem"])
        try request(["-subj", "/CN=127.0.0.1", "-keyout", "server.key", "-out", "server.csr"])
        folder.write("subjectAltName=IP:127.0.0.1", to: "san")
        try openssl(
            "x509", "-req", "-days", "2", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
            "-extfile", "san", "-out", "server.pem")
    }

    private static func configuration(_ port: UInt16) -> String {
        """
        daemon off;
        master_process off;
        pid nginx.pid;
        events { worker_connections 512; }
        http {
            access_log off;
            client_body_temp_path body;
            proxy_temp_path proxy;
            fastcgi_temp_path fastcgi;
            uwsgi_temp_path uwsgi;
            scgi_temp_path scgi;
            server {
                listen 127.0.0.1:\(port) ssl http2;
                ssl_certificate server.pem;
                ssl_certificate_key server.key;
                root www;
                location /version { return 200 "$server_protocol $connection"; }
            }
        }
        """
    }
}
