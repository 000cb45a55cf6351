"""What was merged, on the pages of both (requirement I5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wagtail.models import Locale

from core import page_cache
from wijkteams.initiatieven.models import Initiatief, Samenvoeging
from wijkteams.initiatieven.openbaar.cards import items_of
from wijkteams.initiatieven.openbaar.choosing import key_of_one

if TYPE_CHECKING:
    from wijkteams.listing import ListItem


@dataclass(frozen=True)
class Bron:
    """One that goes on here, with the support that was given there and did not move."""

    item: ListItem
    support: int


def merged_part(initiatief: Initiatief) -> dict[str, Any]:
    """What it went into and why; and what went into it. Each as its public page, if it has one."""
    into = initiatief.samengevoegd_in
    sources = list(initiatief.bronnen.openbaar().order_by("pk"))
    keys = {one.translation_key for one in sources}
    if into is not None:
        keys.add(into.translation_key)
    if not keys:
        return {"gaat_verder_in": None, "waarom_samen": "", "samengevoegd_met": []}
    page_cache.shows(*(key_of_one(key) for key in keys))
    items = items_of(keys, Locale.get_active())
    return {
        "gaat_verder_in": items.get(into.translation_key) if into is not None else None,
        "waarom_samen": _why(initiatief) if into is not None else "",
        "samengevoegd_met": [
            Bron(items[one.translation_key], one.aantal_steun + one.aantal_papier)
            for one in sources
            if one.translation_key in items
        ],
    }


def _why(initiatief: Initiatief) -> str:
    rows = Samenvoeging.objects.filter(bron=initiatief, los_op=None)
    return rows.values_list("reden", flat=True).first() or ""
