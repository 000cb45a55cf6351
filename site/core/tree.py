"""Reckoning with places in the page tree, with as few questions as can be."""

from __future__ import annotations

from django.db.models import Exists, OuterRef
from django.db.models.functions import Substr
from wagtail.models import Page, PageViewRestriction

DEEPEST = 8
"Root, hub, ward, section, year, item: lists hold nothing that lies deeper."


def ancestor_paths(page: Page) -> list[str]:
    """The places above a page, the highest first."""
    return [page.path[:end] for end in range(page.steplen, len(page.path), page.steplen)]


def restricted() -> Exists:
    """Whether a page, or one above it, is not for everybody; for pages down to `DEEPEST`.

    `public()` would cost a query more. Each place above is looked up by name: comparing paths by
    their beginning makes the database read the whole table for each row.
    """
    places = [Substr(OuterRef("path"), 1, Page.steplen * depth) for depth in range(1, DEEPEST + 1)]
    return Exists(PageViewRestriction.objects.filter(page__path__in=places))
