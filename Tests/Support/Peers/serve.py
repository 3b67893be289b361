"""A web server and a tracker on 127.0.0.1: `serve.py FOLDER`.

Prints its port, and then a line for each request: method, path, range, code. Files are served with ranges; `/announce`
is a tracker that tells each peer of the others.
"""

import http.server
import os
import re
import sys
import urllib.parse

folder = os.path.abspath(sys.argv[1])
peers = {}


def tracked(query):
    """The tracker's answer to one announcement."""
    fields = dict(part.split("=", 1) for part in query.split("&") if "=" in part)
    here = peers.setdefault(urllib.parse.unquote_to_bytes(fields["info_hash"]), set())
    port = int(fields["port"])
    others = b"".join(b"\x7f\x00\x00\x01" + other.to_bytes(2, "big") for other in here - {port})
    here.add(port)
    return b"d8:intervali2e5:peers" + str(len(others)).encode() + b":" + others + b"e"


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, code, body, **headers):
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        print(self.command, self.path, self.headers.get("Range", "-"), code, flush=True)

    def do_GET(self):
        path, _, query = self.path.partition("?")
        if path == "/announce":
            return self.answer(200, tracked(query))
        file = os.path.abspath(folder + "/" + urllib.parse.unquote(path))
        if not file.startswith(folder + "/") or not os.path.isfile(file):
            return self.answer(404, b"")
        size = os.path.getsize(file)
        asked = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        first = int(asked[1]) if asked else 0
        last = min(int(asked[2]), size - 1) if asked and asked[2] else size - 1
        if first > last and size:
            return self.answer(416, b"", Content_Range=f"bytes */{size}")
        with open(file, "rb") as opened:
            opened.seek(first)
            body = opened.read(last + 1 - first)
        if not asked:
            return self.answer(200, body, Accept_Ranges="bytes")
        self.answer(206, body, Accept_Ranges="bytes", Content_Range=f"bytes {first}-{last}/{size}")

    do_HEAD = do_GET


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
print(server.server_port, flush=True)
server.serve_forever()
