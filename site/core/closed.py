"""The places in the page tree that are not for everybody."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q
from wagtail.models import PageViewRestriction

from core.page_cache import Remembered
from core.tree import places

_CLOSED: Remembered[frozenset[str]] = Remembered()


def restrictions_at(paths: Iterable[str]) -> Q:
    """Restrictions of pages at these places. What follows another page (an alias) has those of its
    source.
    """
    asked = list(paths)
    return Q(page__path__in=asked) | Q(page__aliases__path__in=asked)


def closed_places(paths: Iterable[str] | None = None) -> frozenset[str]:
    """The places with a restriction, as they are in the database now; with `paths`, only those that
    matter to pages there. An alias is as closed as its source.
    """
    found = PageViewRestriction.objects.all()
    if paths is not None:
        found = found.filter(restrictions_at(sorted({p for path in paths for p in places(path)})))
    pairs = found.values_list("page__path", "page__aliases__path")
    return frozenset(path for pair in pairs for path in pair if path)


def known_closed_places() -> frozenset[str]:
    """All of them, remembered where they may be."""
    return _CLOSED.get("all", closed_places)


def known_to_be_open(asked: Iterable[str]) -> bool:
    """Whether it is remembered that none of these places is closed; False when it must be asked."""
    closed = _CLOSED.get_remembered("all", closed_places)
    return closed is not None and closed.isdisjoint(asked)
