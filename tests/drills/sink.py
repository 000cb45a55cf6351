"""A mail server that keeps what it gets. What it did not acknowledge, it did not get."""

from __future__ import annotations

import socketserver
import threading
import time
from contextlib import suppress
from email import message_from_bytes
from pathlib import Path

ANSWERS = {b"EHLO": b"250 sink", b"HELO": b"250 sink", b"QUIT": b"221 dag"}


class Sink:
    """Runs in a thread; can go away and come back on the same port."""

    def __init__(self, *, pause: float = 0, log: Path | None = None) -> None:
        """`pause`: seconds that each mail takes. `log`: written as Postfix writes its own."""
        self.pause, self.log = pause, log
        self._number, self._lock = 0, threading.Lock()
        self.got: list[tuple[str, str]] = []
        "Recipient and Message-ID of each mail, in the order in which they came."
        self._server: socketserver.ThreadingTCPServer | None = None
        self.port = 0

    def open(self) -> None:
        """Listen."""
        sink = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                sink.talk(self)

        socketserver.ThreadingTCPServer.allow_reuse_address = True
        server = socketserver.ThreadingTCPServer(("127.0.0.1", self.port), Handler)
        server.daemon_threads = True
        self.port = server.server_address[1]
        self._server = server
        threading.Thread(target=server.serve_forever, args=[0.05], daemon=True).start()

    def close(self) -> None:
        """Refuse whoever comes."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def talk(self, peer: socketserver.StreamRequestHandler) -> None:
        """One conversation."""
        self._write("smtpd", "connect from localhost[127.0.0.1]")
        with suppress(OSError):  # killed in the middle of a word
            self._listen(peer)
        self._write("smtpd", "disconnect from localhost[127.0.0.1]")

    def _listen(self, peer: socketserver.StreamRequestHandler) -> None:
        peer.wfile.write(b"220 sink\r\n")
        while line := peer.rfile.readline():
            word = line[:4].upper()
            if word == b"DATA":
                self._take(peer)
                continue
            peer.wfile.write(ANSWERS.get(word, b"250 ok") + b"\r\n")
            if word == b"QUIT":
                return

    def _take(self, peer: socketserver.StreamRequestHandler) -> None:
        peer.wfile.write(b"354 kom maar\r\n")
        lines: list[bytes] = []
        while (line := peer.rfile.readline()) != b".\r\n":
            if not line:
                return  # cut off half-way: not got
            lines.append(line)
        message = message_from_bytes(b"".join(lines))
        self._keep(str(message["To"]), str(message["Message-ID"]))
        time.sleep(self.pause)
        peer.wfile.write(b"250 bewaard\r\n")

    def _keep(self, to: str, number: str) -> None:
        """From now on it is ours, whatever becomes of who sent it."""
        with self._lock:
            self._number += 1
            self.got.append((to, number))
            queue = f"{self._number:X}A"
            self._write("cleanup", f"{queue}: message-id={number}")
            self._write("qmgr", f"{queue}: from=<post@localhost>, size=1, nrcpt=1 (queue active)")

    def _write(self, program: str, words: str) -> None:
        if self.log is not None:
            with self.log.open("a") as log:
                log.write(f"{time.strftime('%b %d %H:%M:%S')} sink postfix/{program}[9]: {words}\n")
