"""Any backend of Django: slower, with the same journal."""

from __future__ import annotations

import smtplib
import socket
from email.utils import formatdate
from typing import Any

from django.conf import settings
from django.core.mail import get_connection

from core.mail.retries import REFUSED_FOR_GOOD, code_of
from nieuws.models import Editie
from nieuws.nieuwsbrief.rendering import MANAGE_MARK, UNSUBSCRIBE_MARK
from nieuws.retouren import verp
from nieuws.verzenden.claiming import Row
from nieuws.verzenden.journal import Journal
from nieuws.verzenden.letter import Own, headers, message
from nieuws.verzenden.outcome import Kind, Outcome

NEVER_SPOKE = (
    ConnectionRefusedError,
    socket.gaierror,
    smtplib.SMTPConnectError,
    smtplib.SMTPHeloError,
    smtplib.SMTPAuthenticationError,
)
NO_CONNECTION = ("NewConnectionError", "NameResolutionError", "ConnectTimeout")
"As the library of mail services says that it did not reach them."


class AnyChannel:
    """Any backend of Django: a mail service (django-anymail), files, memory."""

    def __init__(self, editie: Editie, own: Own, journal: Journal) -> None:
        self.editie, self.own, self.journal = editie, own, journal
        self.is_service = settings.EMAIL_BACKEND.startswith("anymail.")
        self.service: Any = None

    def open(self) -> None:
        if self.is_service:
            self.service = get_connection()
            self.service.open()

    def send(self, row: Row, to: str) -> Outcome:
        mail = self._message(row, to)
        # One connection per mail elsewhere: Django's file backend makes one file per connection.
        connection = self.service or get_connection()
        self.journal.begin(row.pk)
        try:
            connection.send_messages([mail])
        except Exception as error:
            return self._wrong(row, error)
        self.journal.done(row.pk)
        return Outcome(Kind.SENT)

    def _message(self, row: Row, to: str) -> Any:
        own, fills = self.own, {}
        fills[UNSUBSCRIBE_MARK], fills[MANAGE_MARK] = own.leave_url(row), own.manage_url(row)
        html, text = self.editie.html, self.editie.text
        for mark, value in fills.items():
            html, text = html.replace(mark, value), text.replace(mark, value)
        mail = message(
            self.editie,
            to,
            html,
            text,
            headers(
                self.editie,
                list_=own.list_ids.get(row.lijst or 0, ""),
                leave=own.unsubscribe(row),
                code=row.code,
                date=formatdate(),
            ),
        )
        if self.is_service:
            mail.metadata = {"zending": row.code}  # type: ignore[attr-defined]
            mail.envelope_sender = verp.return_path(row.code) or None  # type: ignore[attr-defined]
        return mail

    def _wrong(self, row: Row, error: Exception) -> Outcome:
        """An answer of the service means that it did not take the mail; silence means nothing."""
        name, words = type(error).__name__, str(error)
        status = getattr(getattr(error, "response", None), "status_code", 0)
        if isinstance(error, OSError) and (code := code_of(error)):
            self.journal.not_done(row.pk)
            return Outcome(Kind.REFUSED if code >= REFUSED_FOR_GOOD else Kind.LATER, code, words)
        if "Recipient" in name or "InvalidAddress" in name:
            self.journal.not_done(row.pk)
            return Outcome(Kind.REFUSED, 550, words)
        if status:
            self.journal.not_done(row.pk)
            again = status == 429 or status >= 500
            return Outcome(Kind.AWAY if again else Kind.OURS, status, words)
        if isinstance(error, NEVER_SPOKE) or any(sign in words for sign in NO_CONNECTION):
            self.journal.not_done(row.pk)
            return Outcome(Kind.AWAY, words=words)
        return Outcome(Kind.UNSURE, words=words)

    def close(self) -> None:
        if self.service is not None:
            self.service.close()
