"""Which initiatives stand in a public list, in which order, and what kept answers show of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from core import page_cache
from wijkteams.initiatieven.models import Initiatief
from wijkteams.initiatieven.openbaar.asked import Asked, narrow
from wijkteams.models import Vermelding

if TYPE_CHECKING:
    from uuid import UUID

    from wijkteams.initiatieven.models.querysets import InitiatiefQuerySet
    from wijkteams.models import Wijk

MOST_WORDS = 5


def on_the_site(words: str = "") -> InitiatiefQuerySet:
    """What all may see: with a page in some language that nothing above it closes.

    `words`: each of them stands in its title or its summary, in that language.
    """
    # Its key is of its pages alone. By kind as well SQLite would look through all of that kind.
    pages = Vermelding.objects.filter(translation_key=OuterRef("translation_key"), is_public=True)
    for word in words.split()[:MOST_WORDS]:
        pages = pages.filter(Q(title__icontains=word) | Q(summary__icontains=word))
    return Initiatief.objects.openbaar().filter(Exists(pages))


def listed(wijk: Wijk | None, asked: Asked | None = None) -> InitiatiefQuerySet:
    """Those of a ward (None: of all), as asked; what was merged stands there as its result.

    The answer that is made shows them.
    """
    asked = asked or Asked()
    page_cache.shows(key_of(wijk.pk if wijk is not None else None))
    rows = on_the_site(asked.q).filter(samengevoegd_in=None)
    if wijk is not None:
        rows = rows.filter(wijk=wijk)
    return narrow(rows, asked)


def newest(rows: InitiatiefQuerySet) -> InitiatiefQuerySet:
    """What gave a sign of life last in front."""
    return rows.order_by("-laatste_teken", "-pk")


def key_of(wijk_id: int | None) -> str:
    """What kept answers say that they show: the initiatives of a ward, or of the city."""
    return f"initiatieven:{wijk_id or 'stad'}"


def key_of_one(key: UUID) -> str:
    """The same for the page of one."""
    return f"initiatief:{key}"
