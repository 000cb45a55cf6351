"""Mail that was caught in a folder instead of sent. Only the demo does so: see MAIL_CAUGHT_DIR."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

SHOWN = 100
# Django's file backend ends each message with this line.
END_OF_MESSAGE = b"\n" + b"-" * 79 + b"\n"


@dataclass(frozen=True)
class CaughtMail:
    """One mail, as its reader would see it."""

    name: str
    moment: datetime
    sender: str
    to: str
    subject: str
    text: str


def caught_mails(folder: Path) -> list[CaughtMail]:
    """The newest mails, newest first."""
    files = sorted(_files(folder).values(), key=lambda path: path.stat().st_mtime, reverse=True)
    return [_read(path) for path in files[:SHOWN]]


def caught_mail(folder: Path, name: str) -> CaughtMail | None:
    """The mail of this name. Only names that the folder lists are opened, so none leads out."""
    path = _files(folder).get(name)
    return _read(path) if path else None


def _files(folder: Path) -> dict[str, Path]:
    if not folder.is_dir():
        return {}
    return {path.stem: path for path in folder.glob("*.log") if path.is_file()}


def _read(path: Path) -> CaughtMail:
    """The last message of a file; there is nearly always but one."""
    messages = [part for part in path.read_bytes().split(END_OF_MESSAGE) if part.strip()]
    message = message_from_bytes(messages[-1] if messages else b"", policy=policy.default)
    return CaughtMail(
        name=path.stem,
        moment=datetime.fromtimestamp(path.stat().st_mtime, UTC),
        sender=str(message["From"] or ""),
        to=str(message["To"] or ""),
        subject=str(message["Subject"] or ""),
        text=_text(message),
    )


def _text(message: EmailMessage) -> str:
    body = message.get_body(("plain", "html"))
    return str(body.get_content()).strip() if body is not None else ""
