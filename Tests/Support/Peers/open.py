"""What libtorrent reads in torrents: `open.py TORRENT…`, a line of JSON for each."""

import json
import sys

import libtorrent

for path in sys.argv[1:]:
    torrent = libtorrent.torrent_info(path)
    hashes = torrent.info_hashes()
    files = torrent.files()
    shown = [index for index in range(files.num_files()) if not files.file_flags(index) & files.flag_pad_file]
    print(json.dumps({
        "name": torrent.name(),
        "v1": str(hashes.v1) if hashes.has_v1() else None,
        "v2": str(hashes.v2) if hashes.has_v2() else None,
        "pieceLength": torrent.piece_length(),
        "files": [[files.file_path(index), files.file_size(index)] for index in shown],
        "trackers": [[tracker.tier, tracker.url] for tracker in torrent.trackers()],
        "webSeeds": [seed["url"] for seed in torrent.web_seeds()],
        "comment": torrent.comment(),
        "isPrivate": torrent.priv(),
        "date": torrent.creation_date(),
    }))
