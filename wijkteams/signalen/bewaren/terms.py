"""Since when the team is ready with signals: the terms of keeping count from there (G14)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import F, Q

from wijkteams.signalen.models import Klasse, Openbaarheid

CONTACT = timedelta(days=90)
"After the signal was closed: who told it, who follows it, and the exact place."
TEXT = timedelta(days=365)
"After that: words that not all may read. The rest stays, without anybody in it."
UNCONFIRMED = timedelta(days=7)
ACCESS = timedelta(days=730)
KEYS = (
    "signalen-contact",
    "signalen",
    "signalen-half-verteld",
    "signalen-attendering",
    "signalen-inzage",
)
"The processings that go by the clock (`signalen.privacy`)."


def closed_before(limit: datetime, prefix: str = "") -> Q:
    """Signals closed at that moment or earlier; one that was merged follows the one it went into.

    `prefix`: the way to the signal from another model, such as 'signaal__'. A merged one may lie
    in one that was merged later: two steps up.
    """
    into, above = f"{prefix}samengevoegd_in", f"{prefix}samengevoegd_in__samengevoegd_in"
    return (
        Q(**{into: None, f"{prefix}gesloten_op__lte": limit})
        | Q(**{f"{into}__isnull": False, above: None, f"{into}__gesloten_op__lte": limit})
        | Q(**{f"{above}__isnull": False, f"{above}__gesloten_op__lte": limit})
    )


def left_alone(limit: datetime, prefix: str = "") -> Q:
    """Confidential ones that were never closed, and with which nothing was done since."""
    return Q(
        **{
            f"{prefix}klasse": Klasse.VERTROUWELIJK,
            f"{prefix}gesloten_op": None,
            f"{prefix}samengevoegd_in": None,
            f"{prefix}bijgewerkt_op__lte": limit,
        }
    )


def not_done_before() -> Q:
    """Signals in which something may be left: also those of which somebody wrote afterwards."""
    return Q(geanonimiseerd_op=None) | Q(geanonimiseerd_op__lt=F("bijgewerkt_op__date"))


def for_all_to_read() -> Q:
    """Signals of which the words stand on the site."""
    return Q(klasse=Klasse.OPENBAAR, openbaarheid=Openbaarheid.OPENBAAR, samengevoegd_in=None)
