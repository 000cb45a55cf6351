"""Who did it first, and who did it too: ideas that wards take over from one another."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core import page_cache
from wijkteams.initiatieven.openbaar.cards import items_of
from wijkteams.initiatieven.openbaar.choosing import key_of_one, on_the_site

if TYPE_CHECKING:
    from wijkteams.initiatieven.models import Initiatief, InitiatiefPage
    from wijkteams.listing import ListItem

MOST = 12


@dataclass(frozen=True)
class Recipe:
    """The initiative that it was copied from, and those that copied it."""

    source: ListItem | None = None
    copies: list[ListItem] = field(default_factory=list)


def recipe_part(page: InitiatiefPage, initiatief: Initiatief) -> Recipe:
    """Only what all may see. At most two questions."""
    rows = on_the_site().filter(recept_van=initiatief).order_by("pk")
    copies = list(rows.values_list("translation_key", flat=True)[:MOST])
    keys = set(copies)
    source = initiatief.recept_van
    if source is not None and source.is_live:
        keys.add(source.translation_key)
    if not keys:
        return Recipe()
    page_cache.shows(*(key_of_one(key) for key in keys))
    items = items_of(keys, page.locale)
    first = items.get(source.translation_key) if source is not None else None
    return Recipe(first, [items[key] for key in copies if key in items])
