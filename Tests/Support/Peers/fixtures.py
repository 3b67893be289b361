"""Writes the torrents in Fixtures/ anew: `fixtures.py FOLDER`.

Some are made by other programs from the data below, some by hand, byte by byte. What each is for stands in
Fixtures/README.md. Tests make the same data again: see Tests/Support/SampleData.swift.
"""

import hashlib
import os
import subprocess
import sys
import tempfile

import libtorrent


def data(size, seed):
    return bytes((i * i // 7 + i * seed) % 251 for i in range(size))


SAMPLE = {"a/x.bin": data(40_000, 1), "a-b/y": data(16_384, 2), "a.txt": b"", "\u00fc/z": data(70_001, 3)}


def bencode(value):
    if isinstance(value, int):
        return b"i%de" % value
    if isinstance(value, (bytes, str)):
        value = value.encode() if isinstance(value, str) else value
        return b"%d:%s" % (len(value), value)
    if isinstance(value, list):
        return b"l" + b"".join(map(bencode, value)) + b"e"
    pairs = sorted((key.encode() if isinstance(key, str) else key, item) for key, item in value.items())
    return b"d" + b"".join(bencode(key) + bencode(item) for key, item in pairs) + b"e"


def by_libtorrent(kind):
    with tempfile.TemporaryDirectory() as folder:
        files = libtorrent.file_storage()
        for path in sorted(SAMPLE, key=lambda path: [part.encode() for part in path.split("/")]):
            full = os.path.join(folder, "sample", path)
            os.makedirs(os.path.dirname(full), exist_ok=True)
            with open(full, "wb") as file:
                file.write(SAMPLE[path])
            files.add_file("sample/" + path, len(SAMPLE[path]))
        create = libtorrent.create_torrent
        flags = {"v1": create.v1_only, "hybrid": 0, "v2": create.v2_only}[kind]
        torrent = create(files, 32_768, flags)
        torrent.set_creator("libtorrent")
        torrent.add_tracker("udp://tracker.example:6969/announce", 0)
        torrent.add_tracker("https://other.example/announce", 1)
        libtorrent.set_piece_hashes(torrent, folder)
        made = torrent.generate()
        del made[b"creation date"]
        return libtorrent.bencode(made)


def by_transmission():
    with tempfile.TemporaryDirectory() as folder:
        for path, content in SAMPLE.items():
            full = os.path.join(folder, "sample", path)
            os.makedirs(os.path.dirname(full), exist_ok=True)
            with open(full, "wb") as file:
                file.write(content)
        made = os.path.join(folder, "made.torrent")
        subprocess.run(
            ["transmission-create", "-o", made, "-t", "http://tracker.example/announce", "-c", "by Transmission",
             os.path.join(folder, "sample")],
            check=True, stdout=subprocess.DEVNULL)
        with open(made, "rb") as file:
            return file.read()


def pieces(content, length):
    return b"".join(hashlib.sha1(content[i:i + length]).digest() for i in range(0, len(content), length))


def root(content):
    """The v2 root of one piece at most."""
    row = [hashlib.sha256(content[i:i + 16_384]).digest() for i in range(0, len(content), 16_384)]
    while len(row) & (len(row) - 1):
        row.append(bytes(32))
    while len(row) > 1:
        row = [hashlib.sha256(row[i] + row[i + 1]).digest() for i in range(0, len(row), 2)]
    return row[0]


def padded():
    """A hybrid of one file whose last v1 piece was hashed with zeros behind it."""
    content = data(20_000, 4)
    info = {
        "file tree": {"padded.iso": {"": {"length": 20_000, "pieces root": root(content)}}},
        "length": 20_000, "meta version": 2, "name": "padded.iso", "piece length": 65_536,
        "pieces": hashlib.sha1(content + bytes(45_536)).digest(),
    }
    return bencode({"info": info, "piece layers": {}, "announce": "http://a.example/",
                    "announce-list": [["http://a.example/"]]})


def hostile():
    """Every text in it tries something with the terminal."""
    escape = "\x1b[2J\x1b]0;owned\x07"
    info = {
        "files": [{"length": 3, "path": [escape, "\u202egpj.exe"]}, {"length": 4, "path": ["two\nlines\r", "\x9bm"]}],
        "name": "name" + escape, "piece length": 16_384, "pieces": bytes(20), "source": "s" + escape,
    }
    return bencode({
        "announce": "http://a.example/" + escape, "announce-list": [["http://a.example/" + escape]],
        "comment": "all is well\nfreshet: " + escape, "created by": b"\xff\xfe" + escape.encode(),
        "creation date": -5, "info": info, "url-list": ["http://b.example/" + escape], "httpseeds": [escape],
    })


def odd():
    """Opens, but breaks rule after rule."""
    info = {
        "files": [{"length": 5, "path": ["CON"]}, {"length": 6, "path": ["a"]}, {"length": 7, "path": ["A"]}],
        "name": "odd ", "piece length": 20_000, "pieces": pieces(bytes(18), 20_000), "private": 0,
    }
    content = bencode({
        "announce": "http://not-listed.example/", "announce-list": [["http://a.example/"], ["http://a.example/"]],
        "comment": "made in /home/somebody/images", "creation date": 1_700_000_000_000, "info": info,
        "httpseeds": ["http://old.example/"],
        "url-list": ["https://b.example/with space", "https://b.example/with space", "ftp://c.example/"],
    })
    return content + b"\n"


folder = sys.argv[1]
for name, content in {
    "v1.torrent": by_libtorrent("v1"), "hybrid.torrent": by_libtorrent("hybrid"), "v2.torrent": by_libtorrent("v2"),
    "transmission.torrent": by_transmission(), "padded-hybrid.torrent": padded(), "hostile.torrent": hostile(),
    "odd.torrent": odd(),
}.items():
    with open(os.path.join(folder, name), "wb") as file:
        file.write(content)
