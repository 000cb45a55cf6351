"""nginx for a run: the reference (files of the same bytes), and the site behind it."""

from __future__ import annotations

import os
from pathlib import Path

from tests.bench.machine import NGINX as PROGRAM
from tests.bench.processes import Server
from tests.bench.sites import City, clean_env

TIME_ZONE = "Europe/Amsterdam"
MAIN = """{user}
daemon off;
worker_processes 1;
pid {room}/nginx.pid;
error_log {room}/error.log warn;
events {{ worker_connections 1024; }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000;
    client_body_temp_path {room}/tmp-body;
    proxy_temp_path {room}/tmp-proxy;
    fastcgi_temp_path {room}/tmp-fastcgi;
    uwsgi_temp_path {room}/tmp-uwsgi;
    scgi_temp_path {room}/tmp-scgi;

    server {{
        listen 127.0.0.1:{port};
        root {files};
        charset utf-8;
    }}

{ours}
}}
"""


def start(room: Path, port: int, pages: dict[str, bytes], ours: str) -> Server:
    """One nginx: on `port` these pages as plain files; `ours` are the site's own server blocks."""
    folder = room / "nginx"
    files = folder / "files"
    for path, body in pages.items():
        place = files / path.strip("/") / "index.html"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(body)
    user = "user root;" if os.geteuid() == 0 else ""
    text = MAIN.format(user=user, room=folder, port=port, files=files, ours=ours)
    conf = folder / "nginx.conf"
    conf.write_text(text)
    command = [PROGRAM, "-p", str(folder), "-c", str(conf)]
    env = clean_env(TZ=TIME_ZONE)  # pages are kept by day, and nginx must know which day it is
    return Server(command, port=port, log=room / "nginx.log", env=env).wait()


def of_the_site(city: City, site: Server, port: int) -> str:
    """What the project itself tells nginx, for this server; on http of this machine.

    A page that nginx does not find goes to the site as one that came by http, and is answered with
    a redirect to https: so each 200 that comes back by this port is nginx's own work.
    """
    bind = f"127.0.0.1:{site.port}"
    return city.manage("nginx_conf", "--luister", f"127.0.0.1:{port}", BIND=bind)
