"""A libtorrent session that speaks to nobody but this machine."""

import libtorrent


def session():
    return libtorrent.session(
        {
            "listen_interfaces": "127.0.0.1:0",
            "outgoing_interfaces": "127.0.0.1",
            "enable_dht": False,
            "enable_lsd": False,
            "enable_upnp": False,
            "enable_natpmp": False,
            "allow_multiple_connections_per_ip": True,
            "alert_mask": 0,
            # Loopback peers come and go at once.
            "min_reconnect_time": 1,
            "peer_connect_timeout": 5,
        }
    )
