"""Finding caught mail. Django's file backend writes all mails of one connection in one file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.parser import BytesHeaderParser
from pathlib import Path
from typing import Any

# Django's file backend ends each message with this line.
END_OF_MESSAGE = b"\n" + b"-" * 79 + b"\n"
MOST = 5000
"So far back a list goes: a demo is no archive."
_HEADERS: Any = BytesHeaderParser(policy=policy.default)


@dataclass(frozen=True)
class CaughtMail:
    """One mail, as its reader would see it."""

    name: str
    moment: datetime
    raw: bytes = field(repr=False)
    headers: Any = field(repr=False)

    @property
    def sender(self) -> str:
        return str(self.headers["From"] or "")

    @property
    def to(self) -> str:
        return str(self.headers["To"] or "")

    @property
    def subject(self) -> str:
        return str(self.headers["Subject"] or "")

    def parsed(self) -> EmailMessage:
        """The whole of it, in its parts."""
        return message_from_bytes(self.raw, policy=policy.default)


def caught_mails(folder: Path, asked: str = "") -> list[CaughtMail]:
    """The newest first; only those that have what is asked in the subject or the addresses."""
    asked = asked.casefold()
    found = []
    for number, mail in enumerate(_all(folder)):
        if number >= MOST:
            break
        if not asked or asked in f"{mail.subject} {mail.to} {mail.sender}".casefold():
            found.append(mail)
    return found


def caught_mail(folder: Path, name: str) -> CaughtMail | None:
    """The mail of this name. Only names that the folder lists are opened, so none leads out."""
    stem, _dash, number = name.rpartition("-")
    path = _files(folder).get(stem)
    if path is None or not (number.isascii() and number.isdigit()):
        return None
    raws = _messages(path)
    index = int(number[:9]) - 1
    return _mail(path, index, raws[index]) if 0 <= index < len(raws) else None


def _all(folder: Path) -> Iterator[CaughtMail]:
    """Of one file the last is the newest."""
    files = sorted(_files(folder).values(), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in files:
        raws = _messages(path)
        for index in range(len(raws) - 1, -1, -1):
            yield _mail(path, index, raws[index])


def _files(folder: Path) -> dict[str, Path]:
    if not folder.is_dir():
        return {}
    return {path.stem: path for path in folder.glob("*.log") if path.is_file()}


def _messages(path: Path) -> list[bytes]:
    return [part for part in path.read_bytes().split(END_OF_MESSAGE) if part.strip()]


def _mail(path: Path, index: int, raw: bytes) -> CaughtMail:
    return CaughtMail(
        name=f"{path.stem}-{index + 1}",
        moment=datetime.fromtimestamp(path.stat().st_mtime, UTC),
        raw=raw,
        headers=_HEADERS.parsebytes(raw),
    )
