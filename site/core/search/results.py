"""From matches to what a reader may see, a page of it at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from wagtail.models import Page

from core.search.matches import best_matches
from core.search.registry import findables
from core.search.words import words

PAGE_SIZE = 20
MAX_PAGES = 10
MAX_RESULTS = PAGE_SIZE * MAX_PAGES


@dataclass(frozen=True)
class Results:
    """One page of results; `total` counts no further than MAX_RESULTS."""

    items: list[Any]
    total: int
    more_than_shown: bool
    has_next: bool


EMPTY = Results([], 0, more_than_shown=False, has_next=False)


def search_pages(text: str, language: str, *, number: int = 1) -> Results:
    """Public pages with these words: those in the reader's language first, then the Dutch ones."""
    matches = best_matches(words(text))
    if not matches:
        return EMPTY
    found = _readable(matches, language)
    begin = (number - 1) * PAGE_SIZE
    chosen = found[:MAX_RESULTS][begin : begin + PAGE_SIZE]
    return Results(
        _as_items(chosen, language),
        total=min(len(found), MAX_RESULTS),
        more_than_shown=len(found) > MAX_RESULTS,
        has_next=number < MAX_PAGES and len(found) > begin + PAGE_SIZE,
    )


def _readable(matches: list[int], language: str) -> list[int]:
    """Those that everybody may read; no Dutch text of what is there in the own language."""
    rows = (
        Page.objects.live()
        .public()
        .filter(pk__in=matches, locale__language_code__in={language, settings.LANGUAGE_CODE})
        .values_list("pk", "locale__language_code", "translation_key")
    )
    own = {key for _pk, code, key in rows if code == language}
    place = {pk: number for number, pk in enumerate(matches)}
    ordered = sorted(
        (code != language, place[pk], pk)
        for pk, code, key in rows
        if code == language or key not in own
    )
    return [pk for _foreign, _place, pk in ordered]


def _as_items(pks: list[int], language: str) -> list[Any]:
    """Fetch these pages of whatever type, with what belongs to them, in one query."""
    known = findables()
    joins = [findable.accessor for findable in known]
    joins += [f"{findable.accessor}__{name}" for findable in known for name in findable.related]
    pages = Page.objects.filter(pk__in=pks).select_related("locale", *joins)
    items = {}
    for page in pages:
        code = page.locale.language_code
        for findable in known:
            specific = getattr(page, findable.accessor, None)
            if specific is not None:
                items[page.pk] = findable.as_item(specific, "" if code == language else code)
    return [items[pk] for pk in pks if pk in items]
