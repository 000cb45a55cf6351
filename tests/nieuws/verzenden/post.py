"""A mail server that does as it is told, and keeps what it took."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Taken:
    """A mail as it came over the line."""

    sender: str
    to: str
    data: bytes


@dataclass
class Post:
    """Answers by phase ('mail', 'rcpt', 'data', 'end') and address; else all is well."""

    port: int = 0
    taken: list[Taken] = field(default_factory=list)
    says: dict[tuple[str, str], bytes] = field(default_factory=dict)
    "b'' closes the line without a word."
    tries: list[str] = field(default_factory=list)
    "Each address that was offered, in order."
    at_each: Callable[[str], None] = lambda _to: None
    connections: int = 0

    def answer(self, phase: str, who: str, otherwise: bytes) -> bytes:
        return self.says.get((phase, who), self.says.get((phase, "*"), otherwise))

    @property
    def readers(self) -> list[str]:
        return [mail.to for mail in self.taken]

    def open(self) -> socketserver.ThreadingTCPServer:
        post = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                post.connections += 1
                post.talk(self)

        socketserver.ThreadingTCPServer.allow_reuse_address = True
        server = socketserver.ThreadingTCPServer(("127.0.0.1", self.port), Handler)
        server.daemon_threads = True
        self.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
        return server

    def talk(self, peer: socketserver.StreamRequestHandler) -> None:
        sender = to = ""
        peer.wfile.write(b"220 post\r\n")
        while line := peer.rfile.readline():
            word, _colon, rest = line.decode().strip().partition(":")
            said = self._word(word.upper(), rest, (sender, to), peer)
            if word.upper() == "MAIL FROM":
                sender = _address(rest)
            elif word.upper() == "RCPT TO":
                to = _address(rest)
            if said == b"":
                return
            peer.wfile.write(said + b"\r\n")
            if word.upper() == "QUIT":
                return

    def _word(
        self, word: str, rest: str, known: tuple[str, str], peer: socketserver.StreamRequestHandler
    ) -> bytes:
        if word.startswith("EHLO"):
            return b"250-post\r\n250 8BITMIME"
        if word == "MAIL FROM":
            return self.answer("mail", _address(rest), b"250 ok")
        if word == "RCPT TO":
            self.tries.append(_address(rest))
            self.at_each(_address(rest))
            return self.answer("rcpt", _address(rest), b"250 ok")
        if word == "DATA":
            return self._take(known, peer)
        return b"250 ok"

    def _take(self, known: tuple[str, str], peer: socketserver.StreamRequestHandler) -> bytes:
        said = self.answer("data", known[1], b"354 kom maar")
        if not said.startswith(b"354"):
            return said
        peer.wfile.write(said + b"\r\n")
        lines: list[bytes] = []
        while (line := peer.rfile.readline()) != b".\r\n":
            if not line:
                return b""
            lines.append(line[1:] if line.startswith(b"..") else line)
        said = self.answer("end", known[1], b"250 bewaard")
        if said.startswith(b"250"):
            self.taken.append(Taken(*known, b"".join(lines)))
        return said


def _address(rest: str) -> str:
    return rest.strip().partition(">")[0].lstrip("<")
