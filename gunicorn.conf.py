"""How the web server starts. In a wheel this file travels inside config/.

Threads for requests that wait for the disk or the database, two processes for two cores. The
application is loaded once, before the processes part: they share that memory.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
if (HERE / "site").is_dir():  # a checkout
    sys.path[:0] = [str(HERE / "site"), str(HERE)]

from django.conf import settings  # noqa: E402

bind = settings.BIND
workers = settings.WEB_WORKERS
worker_class = "gthread"
threads = 4
preload_app = True
timeout = 30
graceful_timeout = 6
keepalive = 5
max_requests = 5_000
max_requests_jitter = 500
loglevel = "warning"
control_socket_disable = True
forwarder_headers = ""  # no proxy tells us where the site stands: at the root


def when_ready(server: Any) -> None:
    """Load the addresses (and with them all views) now: what is loaded here is shared."""
    from django.db import connections
    from django.urls import get_resolver

    len(get_resolver().url_patterns)
    connections.close_all()
    gc.collect()
    gc.freeze()
