"""Downloads with libtorrent: `download.py TORRENT FOLDER [PORT]`.

With a port, from the peer there; without, from the torrent's web seeds and trackers. Ends with 0 when it has all.
"""

import sys
import time

import libtorrent
import quiet

session = quiet.session()
handle = session.add_torrent({"ti": libtorrent.torrent_info(sys.argv[1]), "save_path": sys.argv[2]})
end = time.monotonic() + 25
asked = 0.0
while time.monotonic() < end:
    status = handle.status()
    if status.errc.value():
        sys.exit(f"download: {status.errc.message()}")
    if status.is_seeding:
        # All of it verified, and on the disk.
        session.remove_torrent(handle)
        session.pause()
        sys.exit(0)
    if len(sys.argv) > 3 and time.monotonic() > asked + 2 and status.state >= 3:
        handle.connect_peer(("127.0.0.1", int(sys.argv[3])))
        asked = time.monotonic()
    time.sleep(0.02)
sys.exit(f"download: {handle.status().progress:.0%} in 25 s")
