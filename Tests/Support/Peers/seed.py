"""Seeds with libtorrent: `seed.py TORRENT FOLDER`, where FOLDER holds what the torrent names.

Checks the data first; prints the port when it has all of it, and then seeds until it is ended, at most two minutes.
"""

import sys
import time

import libtorrent
import quiet

session = quiet.session()
handle = session.add_torrent({"ti": libtorrent.torrent_info(sys.argv[1]), "save_path": sys.argv[2]})
end = time.monotonic() + 120
told = False
while time.monotonic() < end:
    status = handle.status()
    if status.errc.value():
        sys.exit(f"seed: {status.errc.message()}")
    if not told and status.state == libtorrent.torrent_status.states.downloading:
        sys.exit("seed: the data is not the torrent's")
    if not told and status.is_seeding and session.listen_port():
        print(session.listen_port(), flush=True)
        told = True
    time.sleep(0.02)
