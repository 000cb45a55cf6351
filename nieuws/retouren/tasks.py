"""Reading the mailbox for returns, by the clock. Twice the same message counts once."""

from __future__ import annotations

import logging
import time
from hashlib import sha256

from django.conf import settings
from django_tasks import task

from core.security.events import tell
from nieuws.abonneren.services import leave
from nieuws.models import Abonnement, Kanaal, Retour, Zending
from nieuws.retouren import services
from nieuws.retouren.mailbox import Mailbox
from nieuws.retouren.parsing import read
from nieuws.retouren.report import Reading, What

logger = logging.getLogger(__name__)

MOST = 500
SECONDS = 60
FORGED = "vervalste retour"


@task()
def read_returns() -> dict[str, int]:
    """Read what came in; gives how many messages there were of each kind."""
    seen: dict[str, int] = {}
    if not settings.BOUNCE_IMAP_URL:
        return seen
    end = time.monotonic() + SECONDS
    with Mailbox(settings.BOUNCE_IMAP_URL) as mailbox:
        for uid, raw in mailbox.messages(MOST):
            reading = _read(raw)
            seen[reading.what] = seen.get(reading.what, 0) + 1
            # First written down, then removed: a crash in between reads it again.
            if handle(reading, raw):
                mailbox.remove(uid)
            else:
                mailbox.set_apart(uid)
            if time.monotonic() > end:
                break
    return seen


@task()
def purge_unread_returns() -> int:
    """Remove what stood apart for 30 days."""
    if not settings.BOUNCE_IMAP_URL:
        return 0
    with Mailbox(settings.BOUNCE_IMAP_URL) as mailbox:
        return mailbox.purge_apart()


def handle(reading: Reading, raw: bytes) -> bool:
    """Do what follows from a message; False when a person should look at it."""
    if reading.what == What.RETURN:
        _came_back(reading, raw)
    elif reading.what == What.LEAVE:
        _leave(reading)
    elif reading.what == What.FORGED:
        tell(FORGED)
    return reading.what not in (What.FORGED, What.UNREADABLE)


def _read(raw: bytes) -> Reading:
    """One message that nobody foresaw may not keep the others waiting."""
    try:
        return read(raw)
    except Exception:
        logger.exception("A message in the mailbox for returns could not be read")
        return Reading(What.UNREADABLE)


def _came_back(reading: Reading, raw: bytes) -> None:
    """Of a mail or a reader that we no longer know, nothing is kept."""
    if reading.report is None:
        return
    if reading.zending:
        rows = Zending.objects.filter(code=reading.zending)
        zending = rows.select_related("abonnee", "editie").first()
        if zending is not None:
            services.note(zending, reading.report, Retour.Bron.POSTBUS)
        return
    places = Abonnement.objects.filter(code=reading.abonnement).select_related("abonnee")
    abonnement = places.first()
    if abonnement is not None:
        key = sha256(raw).hexdigest()
        services.note_of_abonnee(abonnement.abonnee, reading.report, Retour.Bron.POSTBUS, key)


def _leave(reading: Reading) -> None:
    abonnement = Abonnement.objects.filter(code=reading.abonnement).first()
    if abonnement is not None:
        leave(abonnement, Kanaal.MAIL)
