"""A connection to the very address that was looked at, and no other."""

from __future__ import annotations

import http.client
import socket
import ssl
from contextlib import suppress
from functools import lru_cache
from threading import Timer
from typing import Self

from core.fetching.address import Target
from core.fetching.refusals import refuse


@lru_cache(maxsize=1)
def _context() -> ssl.SSLContext:
    return ssl.create_default_context()


class Connection(http.client.HTTPConnection):
    """Asks one address under the name of its host; all of it ends when the time is over.

    No proxy of the environment, no second look at the name.
    """

    def __init__(self, target: Target, ip: str, seconds: float) -> None:
        super().__init__(target.host, target.port, timeout=seconds)
        self.target, self.ip = target, ip
        self.is_over = False
        self._wire: socket.socket | None = None
        self._end = Timer(seconds, self._stop)
        self._end.daemon = True

    def __enter__(self) -> Self:
        self._end.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._end.cancel()
        self.close()
        if self._wire is not None:
            self._wire.close()

    def connect(self) -> None:
        """To the address that was looked at."""
        self.sock = socket.create_connection((self.ip, self.target.port), self.timeout)
        # A second hold on the same line: the library lets go of its own while the text comes in.
        self._wire = self.sock.dup()
        if self.sock.getpeername()[0] != self.ip:
            raise refuse("inside")
        if self.target.scheme == "https":
            self.sock = _context().wrap_socket(
                self.sock, server_hostname=self.target.host, do_handshake_on_connect=False
            )
            self.sock.do_handshake()

    def _stop(self) -> None:
        """Also who sends one letter a second does not keep us: a timeout of a socket would."""
        self.is_over = True
        if self._wire is not None:
            with suppress(OSError):
                self._wire.shutdown(socket.SHUT_RDWR)
