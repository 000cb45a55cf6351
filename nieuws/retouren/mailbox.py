"""The mailbox for returns, over IMAP and TLS (RFC 9051, RFC 8314).

What is read is removed: reports hold addresses, and nobody needs them any longer. What could not
be read goes to a folder in the same mailbox, for a person, and is removed there after 30 days.
"""

from __future__ import annotations

import imaplib
import ssl
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Self
from urllib.parse import unquote, urlsplit

from django.utils import timezone

from nieuws.retouren.message import BIGGEST

APART = "Wijkplein-niet-gelezen"
APART_KEPT = timedelta(days=30)
SECONDS = 20
PORT = 993
# IMAP names months in English, whatever the language of this process is.
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


class MailboxError(Exception):
    """The mailbox could not be reached, or did not do what it was asked."""


class Mailbox:
    """One visit. Errors of network, TLS and server are a `MailboxError`, without the password."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme != "imaps" or not parts.hostname:
            raise MailboxError("BOUNCE_IMAP_URL must begin with imaps://")
        self._host, self._port = parts.hostname, parts.port or PORT
        self._user, self._password = unquote(parts.username or ""), unquote(parts.password or "")
        self._folder = unquote(parts.path.strip("/")) or "INBOX"

    def __enter__(self) -> Self:
        try:
            self._imap = imaplib.IMAP4_SSL(
                self._host, self._port, ssl_context=tls_context(), timeout=SECONDS
            )
            self._ask("login", _quoted(self._user), self._password)
            self._open(self._folder)
        except (imaplib.IMAP4.error, OSError, ValueError) as error:
            raise MailboxError(type(error).__name__) from None
        return self

    def __exit__(self, *error: object) -> None:
        try:
            self._imap.expunge()
            self._imap.logout()
        except (imaplib.IMAP4.error, OSError):
            self._imap.shutdown()

    def messages(self, most: int) -> Iterator[tuple[str, bytes]]:
        """The oldest messages, each with the number by which the mailbox knows it."""
        for uid in self._search("UNDELETED")[:most]:
            found = self._ask("uid", "FETCH", uid, f"(BODY.PEEK[]<0.{BIGGEST}>)")
            for part in found:
                if isinstance(part, tuple):
                    yield uid, bytes(part[1])

    def remove(self, uid: str) -> None:
        """It was read; whoever reads it again after a crash finds that it was counted already."""
        self._ask("uid", "STORE", uid, "+FLAGS.SILENT", r"(\Deleted)")

    def set_apart(self, uid: str) -> None:
        """Leave it for a person."""
        self._imap.create(APART)  # says no when it is there; then copying works
        self._ask("uid", "COPY", uid, APART)
        self.remove(uid)

    def purge_apart(self, now: datetime | None = None) -> int:
        """Remove what nobody looked at for long enough; gives how many those were."""
        if self._imap.select(f'"{APART}"')[0] != "OK":
            self._open(self._folder)
            return 0
        day = ((now or timezone.now()) - APART_KEPT).date()
        old = self._search(f"BEFORE {day.day}-{_MONTHS[day.month - 1]}-{day.year}")
        for uid in old:
            self.remove(uid)
        self._ask("expunge")
        self._open(self._folder)
        return len(old)

    def _open(self, folder: str) -> None:
        self._ask("select", _quoted(folder))

    def _search(self, criterion: str) -> list[str]:
        found = self._ask("uid", "SEARCH", criterion)
        return found[0].decode().split() if found and isinstance(found[0], bytes) else []

    def _ask(self, command: str, *arguments: str) -> list[bytes | tuple[bytes, bytes] | None]:
        try:
            status, found = getattr(self._imap, command)(*arguments)
        except (imaplib.IMAP4.error, OSError) as error:
            raise MailboxError(f"{command}: {type(error).__name__}") from None
        if status != "OK":
            raise MailboxError(f"{command}: {status}")
        return list(found)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def tls_context() -> ssl.SSLContext:
    """The certificate must be valid for the name of the host."""
    return ssl.create_default_context()
