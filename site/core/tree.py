"""Reckoning with places in the page tree, with as few questions as can be."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Substr
from wagtail.models import Page, PageViewRestriction

HUB_DEPTH = 2
"The root is the first; front pages of the city, one in each language, are the second."
DEEPEST = 8
"Root, hub, ward, section, year, item: lists hold nothing that lies deeper."


def places(path: str) -> list[str]:
    """A place in the tree and those above it, the highest first."""
    return [path[:end] for end in range(Page.steplen, len(path) + 1, Page.steplen)]


def ancestor_paths(page: Page) -> list[str]:
    """The places above a page, the highest first."""
    return places(page.path)[:-1]


def restricted() -> Exists:
    """Whether a page, or one above it, is not for everybody; for pages down to `DEEPEST`.

    `public()` would cost a query more. Each place above is looked up by name: comparing paths by
    their beginning makes the database read the whole table for each row.
    """
    return Exists(PageViewRestriction.objects.filter(page__path__in=_above()))


def below_a_draft() -> Exists:
    """Whether a page, or one above it, is not published; for pages down to `DEEPEST`."""
    return Exists(Page.objects.filter(path__in=_above(), live=False))


def _above() -> list[Substr]:
    return [Substr(OuterRef("path"), 1, Page.steplen * depth) for depth in range(1, DEEPEST + 1)]


def branch(path: str, field: str = "path") -> Q:
    """A page and all under it. As a range: comparing beginnings takes no index on SQLite."""
    return Q(**{f"{field}__range": (path, path + "Z" * Page.steplen)})
