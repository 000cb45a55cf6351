"""A mail server with a mailbox, over TLS: as much of IMAP as a reader of returns needs."""

from __future__ import annotations

import re
import socketserver
import ssl
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any


@dataclass
class Stored:
    """A message in a folder."""

    uid: int
    raw: bytes
    day: datetime = field(default_factory=lambda: datetime.now(UTC))
    deleted: bool = False


class ImapServer(socketserver.ThreadingTCPServer):
    """Its folders can be filled and looked into while it runs."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, certificate: Path) -> None:
        super().__init__(("127.0.0.1", 0), Session)
        self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.tls.load_cert_chain(certificate)
        self.folders: dict[str, list[Stored]] = {"INBOX": []}
        self.next_uid = 1
        self.dies_at = ""
        "A command at which the connection breaks, as when somebody pulls the plug."
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"imaps://retour:ge%22heim@localhost:{self.server_address[1]}/INBOX"

    def put(self, raw: bytes, folder: str = "INBOX", day: datetime | None = None) -> None:
        """A message arrives."""
        stored = Stored(self.next_uid, raw)
        stored.day = day or stored.day
        self.folders.setdefault(folder, []).append(stored)
        self.next_uid += 1


class Session(socketserver.StreamRequestHandler):
    """One connection."""

    server: ImapServer

    def handle(self) -> None:
        try:
            wire = self.server.tls.wrap_socket(self.request, server_side=True)
        except (ssl.SSLError, OSError):
            return
        self.rfile, self.wfile = wire.makefile("rb"), wire.makefile("wb")
        self.folder: list[Stored] = []
        self._say(b"* OK hoi")
        while line := self.rfile.readline():
            tag, _space, rest = line.decode().strip().partition(" ")
            words = rest.split(" ")
            name = " ".join(words[: 2 if words[0].upper() == "UID" else 1]).lower()
            if name == self.server.dies_at:
                wire.close()
                return
            answer = getattr(self, name.replace(" ", "_"), lambda _rest: "BAD")(rest)
            self._say(f"{tag} {answer or 'OK'} {name}".encode())

    def _say(self, line: bytes) -> None:
        self.wfile.write(line + b"\r\n")
        self.wfile.flush()

    def capability(self, _rest: str) -> None:
        self._say(b"* CAPABILITY IMAP4rev1")

    def login(self, rest: str) -> str:
        return "OK" if rest.endswith(' "retour" "ge\\"heim"') else "NO"

    def logout(self, _rest: str) -> None:
        self._say(b"* BYE")

    def select(self, rest: str) -> str:
        name = rest.partition(" ")[2].strip('"')
        if name not in self.server.folders:
            return "NO"
        self.folder = self.server.folders[name]
        self._say(f"* {len(self.folder)} EXISTS".encode())
        return "OK"

    def create(self, rest: str) -> str:
        name = rest.partition(" ")[2].strip('"')
        if name in self.server.folders:
            return "NO"
        self.server.folders[name] = []
        return "OK"

    def uid_search(self, rest: str) -> None:
        before = re.search(r"BEFORE (\S+)", rest)
        day = datetime.strptime(before[1], "%d-%b-%Y").replace(tzinfo=UTC) if before else None
        found = [one for one in self.folder if one.day < day] if day else self.folder
        uids = " ".join(str(one.uid) for one in found if day or not one.deleted)
        self._say(f"* SEARCH {uids}".encode())

    def uid_fetch(self, rest: str) -> None:
        one = self._one(rest)
        most = int(re.search(r"<0\.(\d+)>", rest)[1])  # type: ignore[index]
        raw = one.raw[:most]
        self._say(f"* 1 FETCH (UID {one.uid} BODY[]<0> {{{len(raw)}}}".encode())
        self.wfile.write(raw)
        self._say(b")")

    def uid_store(self, rest: str) -> None:
        self._one(rest).deleted = r"\Deleted" in rest

    def uid_copy(self, rest: str) -> str:
        target = self.server.folders.get(rest.split(" ")[3].strip('"'))
        if target is None:
            return "NO"
        target.append(Stored(self.server.next_uid, self._one(rest).raw))
        self.server.next_uid += 1
        return "OK"

    def expunge(self, _rest: str) -> None:
        self.folder[:] = [one for one in self.folder if not one.deleted]

    def _one(self, rest: str) -> Any:
        uid = int(rest.split(" ")[2])
        return next(one for one in self.folder if one.uid == uid)
