"""What libtorrent says of the same payloads.

Reads cases as lines of JSON: {"path": folder or file, "kind": "v1"|"hybrid"|"v2", "pieceSize": n,
"files": [[path below the folder, size], ...]} (no files: a single file), and answers each with a line of JSON:
{"v1": hex or null, "v2": hex or null}, or {"error": text}.
"""

import json
import os
import sys

import libtorrent


def infohashes(case):
    path = case["path"]
    name = os.path.basename(path)
    files = libtorrent.file_storage()
    if case["files"]:
        for below, size in case["files"]:
            files.add_file(os.path.join(name, below), size)
    else:
        files.add_file(name, os.path.getsize(path))
    create = libtorrent.create_torrent
    flags = {"v1": create.v1_only, "hybrid": 0, "v2": create.v2_only}[case["kind"]]
    torrent = create(files, case["pieceSize"], flags)
    libtorrent.set_piece_hashes(torrent, os.path.dirname(path))
    hashes = libtorrent.torrent_info(torrent.generate()).info_hashes()
    return {
        "v1": str(hashes.v1) if case["kind"] != "v2" else None,
        "v2": str(hashes.v2) if case["kind"] != "v1" else None,
    }


for line in sys.stdin:
    try:
        answer = infohashes(json.loads(line))
    except Exception as error:  # libtorrent's refusal is an answer, too
        answer = {"error": str(error)}
    print(json.dumps(answer), flush=True)
