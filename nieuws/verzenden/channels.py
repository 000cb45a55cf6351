"""The ways by which a mail leaves: Django's SMTP backend, and any other backend."""

from __future__ import annotations

from django.conf import settings

from nieuws.models import Editie
from nieuws.verzenden.any_channel import AnyChannel
from nieuws.verzenden.journal import Journal
from nieuws.verzenden.letter import Letter, Own
from nieuws.verzenden.outcome import Channel
from nieuws.verzenden.smtp_channel import SmtpChannel

SMTP = "django.core.mail.backends.smtp.EmailBackend"


def channel(editie: Editie, letter: Letter | None, own: Own, journal: Journal) -> Channel:
    """The fast way where it can be gone."""
    if settings.EMAIL_BACKEND == SMTP and letter is not None:
        return SmtpChannel(letter, journal)
    return AnyChannel(editie, own, journal)


def is_fast() -> bool:
    """Whether mails are filled in as bytes."""
    return bool(settings.EMAIL_BACKEND == SMTP)
