"""The fast way: mails as bytes over the connection of Django's SMTP backend."""

from __future__ import annotations

import smtplib
from contextlib import suppress
from typing import cast

from django.core.mail.backends.smtp import EmailBackend

from core.mail.retries import REFUSED_FOR_GOOD
from nieuws.retouren import verp
from nieuws.verzenden.claiming import Row
from nieuws.verzenden.journal import Journal
from nieuws.verzenden.letter import Letter, sender_address
from nieuws.verzenden.outcome import Kind, Outcome

GOING_AWAY = 421
START_MAIL = 354


class SmtpChannel:
    """Through the connection of Django's backend, with its settings, log-in and TLS.

    The steps are taken one by one, to know in which of them it went wrong: until all of a mail has
    gone over the line, the server cannot have taken it.
    """

    def __init__(self, letter: Letter, journal: Journal) -> None:
        self.letter, self.journal = letter, journal
        self.backend = EmailBackend()

    @property
    def smtp(self) -> smtplib.SMTP:
        """The connection, once it is open."""
        return cast("smtplib.SMTP", self.backend.connection)

    def open(self) -> None:
        self.backend.open()
        self.options = [] if self.letter.is_ascii else self._eight_bits()

    def _eight_bits(self) -> list[str]:
        self.smtp.ehlo_or_helo_if_needed()
        return ["BODY=8BITMIME"] if self.smtp.has_extn("8bitmime") else []

    def send(self, row: Row, to: str) -> Outcome:
        data = self.letter.fill(row, to) + b".\r\n"
        try:
            outcome = self._address(row, to)
        except OSError as error:
            return Outcome(Kind.AWAY, words=str(error))
        if outcome is not None:
            return outcome
        self.journal.begin(row.pk)
        try:
            self.smtp.send(data)
        except OSError as error:  # the last line did not go: the server has no whole mail
            self.journal.not_done(row.pk)
            return Outcome(Kind.AWAY, words=str(error))
        return self._answer(row)

    def _address(self, row: Row, to: str) -> Outcome | None:
        """Envelope, and the word DATA. None when the mail may come."""
        envelope = verp.return_path(row.code) or sender_address()
        code, words = self.smtp.mail(envelope, self.options)
        if code >= REFUSED_FOR_GOOD:
            return Outcome(Kind.OURS, code, _text(words))
        if not _is_good(code):
            return Outcome(Kind.AWAY, code, _text(words))
        code, words = self.smtp.rcpt(to)
        if not _is_good(code):
            return self._no(code, words)
        code, words = self.smtp.docmd("DATA")
        return None if code == START_MAIL else self._no(code, words)

    def _answer(self, row: Row) -> Outcome:
        try:
            code, words = self.smtp.getreply()
        except OSError as error:
            return Outcome(Kind.UNSURE, words=str(error))
        if _is_good(code):
            self.journal.done(row.pk)
            return Outcome(Kind.SENT)
        self.journal.not_done(row.pk)
        return self._no(code, words)

    def _no(self, code: int, words: bytes) -> Outcome:
        if code in {GOING_AWAY, -1}:
            return Outcome(Kind.AWAY, code, _text(words))
        with suppress(OSError):
            self.smtp.rset()
        kind = Kind.REFUSED if code >= REFUSED_FOR_GOOD else Kind.LATER
        return Outcome(kind, code, _text(words))

    def close(self) -> None:
        with suppress(OSError):
            self.backend.close()


def _is_good(code: int) -> bool:
    return 200 <= code < 300


def _text(words: bytes) -> str:
    return words.decode("utf-8", "replace")
