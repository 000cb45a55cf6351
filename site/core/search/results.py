"""From matches to what a reader may see, a page of it at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.db.models import CharField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast
from wagtail.models import Page
from wagtail.search.models import IndexEntry

from core.search.entries import text_column
from core.search.excerpts import excerpt
from core.search.matches import NEWEST, NEWEST_THEN, Match, find_matches
from core.search.ranking import ranked
from core.search.readable import readable
from core.search.registry import findables
from core.search.scopes import Scope
from core.search.terms import Term, terms_of
from core.search.vocabulary import corrected
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
    instead: str = ""
    "What was looked for instead, because what was typed is nowhere."


EMPTY = Results([], 0, more_than_shown=False, has_next=False)


def search_pages(
    text: str, language: str, *, number: int = 1, first: Scope | None = None
) -> Results:
    """Public pages with these words: those in the reader's language first, then the Dutch ones.

    When there are none, those with words that look much like them.
    """
    typed = words(text)
    found, terms, instead = _find(typed, language, first), terms_of(typed, language), ""
    if not found and (other := corrected(typed)):
        terms = terms_of(other, language)
        found = _find(other, language, first)
        instead = " ".join(other) if found else ""
    if not found:
        return EMPTY
    begin = (number - 1) * PAGE_SIZE
    chosen = found[:MAX_RESULTS][begin : begin + PAGE_SIZE]
    return Results(
        _as_items(chosen, terms, language),
        total=min(len(found), MAX_RESULTS),
        more_than_shown=len(found) > MAX_RESULTS,
        has_next=number < MAX_PAGES and len(found) > begin + PAGE_SIZE,
        instead=instead,
    )


def _find(typed: list[str], language: str, first: Scope | None) -> list[Match]:
    """What everybody may read, best first; looks further when most of it is private."""
    terms = terms_of(typed, language)
    matches = find_matches(terms, language, first=first)
    found = readable(matches)
    if len(found) < MAX_RESULTS and len(matches) >= NEWEST:
        found = readable(find_matches(terms, language, first=first, newest=NEWEST_THEN))
    return ranked(found, terms, language, first)


def _as_items(matches: list[Match], terms: list[Term], language: str) -> list[Any]:
    """Fetch these pages of whatever type, with what belongs to them, in one query."""
    known = findables()
    joins = [findable.accessor for findable in known]
    joins += [f"{findable.accessor}__{name}" for findable in known for name in findable.related]
    numbers = [match.page for match in matches]
    along = {name: make() for findable in known for name, make in findable.along.items()}
    pages = Page.objects.filter(pk__in=numbers).select_related("locale", *joins)
    items = {}
    for page in pages.annotate(**along, stored_text=Subquery(_text_of_page())):
        code = page.locale.language_code
        for findable in known:
            specific = getattr(page, findable.accessor, None)
            if specific is not None:
                for name in findable.along:
                    setattr(specific, name, getattr(page, name))
                item = findable.as_item(specific, "" if code == language else code)
                piece = excerpt(page.stored_text or "", item.summary, terms)
                items[page.pk] = item if piece is None else replace(item, summary=piece)
    return [items[pk] for pk in numbers if pk in items]


def _text_of_page() -> QuerySet[IndexEntry, Any]:
    """What the index holds of a page's text: from it an excerpt is cut."""
    number = Cast(OuterRef("pk"), CharField(max_length=50))
    entry = IndexEntry.objects.filter(content_type=OuterRef("content_type"), object_id=number)
    return entry.values(text_column())[:1]
