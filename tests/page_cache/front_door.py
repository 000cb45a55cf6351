"""A real nginx, with the configuration that the site makes, before a real web server."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.test import override_settings

from core.page_cache.nginx import configuration

AROUND = """
daemon off;
user root;
worker_processes 1;
pid {tmp}/nginx.pid;
error_log {tmp}/error.log warn;
events {{ worker_connections 256; }}
http {{
    client_body_temp_path {tmp}/body;
    proxy_temp_path {tmp}/proxy;
    fastcgi_temp_path {tmp}/fastcgi;
    uwsgi_temp_path {tmp}/uwsgi;
    scgi_temp_path {tmp}/scgi;
    map_hash_bucket_size 128;
    include {tmp}/wijkplein.conf;
}}
"""


def find_nginx() -> str | None:
    """Where it stands; Debian keeps it out of the way of ordinary users."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/sbin")


@dataclass
class Raw:
    """An answer as it came over the wire."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def named(self, name: str) -> list[str]:
        """All values of a header."""
        return [value for key, value in self.headers if key.lower() == name.lower()]


def ask(port: int, target: str, *headers: str, method: str = "GET", host: str = "") -> Raw:
    """Ask exactly this: no client of ours makes it any better than it is."""
    lines = [f"{method} {target} HTTP/1.1", f"Host: {host or '127.0.0.1'}", *headers]
    text = "\r\n".join([*lines, "Connection: close", "", ""])
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(text.encode("latin-1"))
        found = b"".join(iter(lambda: connection.recv(65536), b""))
    head, _, body = found.partition(b"\r\n\r\n")
    first, *rest = head.decode("latin-1").split("\r\n")
    pairs = [(name, value) for name, _sep, value in (line.partition(": ") for line in rest)]
    if any(value == "chunked" for _name, value in pairs):
        body = _unchunked(body)
    return Raw(int(first.split()[1]), pairs, body)


def _unchunked(body: bytes) -> bytes:
    found = b""
    while body:
        size, _, rest = body.partition(b"\r\n")
        length = int(size, 16)
        found, body = found + rest[:length], rest[length + 2 :]
        if not length:
            break
    return found


@contextmanager
def nginx(tmp: Path, port: int, *, site: str) -> Iterator[int]:
    """Start it on this port, before the site at this address."""
    program = find_nginx()
    assert program is not None
    tmp.mkdir(exist_ok=True)
    with override_settings(BIND=site):
        (tmp / "wijkplein.conf").write_text(configuration(listen=f"127.0.0.1:{port}"))
    (tmp / "nginx.conf").write_text(AROUND.format(tmp=tmp))
    command = [program, "-e", str(tmp / "error.log"), "-p", str(tmp), "-c", str(tmp / "nginx.conf")]
    process = subprocess.Popen(command)
    try:
        for _attempt in range(100):
            with socket.socket() as probe:
                if process.poll() is None and probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        else:
            raise AssertionError((tmp / "error.log").read_text())
        yield port
    finally:
        process.terminate()
        process.wait(10)
