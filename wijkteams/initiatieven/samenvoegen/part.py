"""What was merged, on the pages of both (requirement I5)."""

from __future__ import annotations

from typing import Any

from wagtail.models import Locale

from core import page_cache
from wijkteams.initiatieven.models import Initiatief
from wijkteams.initiatieven.openbaar.cards import items_of
from wijkteams.initiatieven.openbaar.choosing import key_of_one


def merged_part(initiatief: Initiatief) -> dict[str, Any]:
    """What it went into; and what went into it. Each as its public page, where it has one."""
    into = initiatief.samengevoegd_in
    sources = list(initiatief.bronnen.openbaar().order_by("pk"))
    keys = {one.translation_key for one in sources}
    if into is not None:
        keys.add(into.translation_key)
    if not keys:
        return {"gaat_verder_in": None, "samengevoegd_met": []}
    page_cache.shows(*(key_of_one(key) for key in keys))
    items = items_of(keys, Locale.get_active())
    found = [items[one.translation_key] for one in sources if one.translation_key in items]
    return {
        "gaat_verder_in": items.get(into.translation_key) if into is not None else None,
        "samengevoegd_met": found,
    }
