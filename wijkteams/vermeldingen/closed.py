"""Whether everybody may read a page: its own restrictions, those above it, those of its source.

Who publishes reads which places are closed; who closes a place reads which rows there are. When
both do so at once, neither sees what the other writes: so both look again once they are done.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from django.db import transaction
from wagtail.models import Page

from core import page_cache
from core.closed import closed_places
from core.tree import branch, places
from wijkteams.models import Vermelding
from wijkteams.models.verband import LINKS


def refresh_privacy(page: Page) -> None:
    """A restriction of this page was made, changed or removed: look again at all under it."""
    transaction.on_commit(partial(_set_right, page.pk))
    _set_right(page.pk)
    page_cache.drop_all("privacy of a page")


def _set_right(pk: int) -> None:
    page = Page.objects.filter(pk=pk).first()
    if page is not None:
        set_privacy([page.path, *page.aliases.values_list("path", flat=True)])


@transaction.atomic
def set_privacy(paths: Iterable[str]) -> int:
    """Make `is_public` right of all rows at and under these places; give how many were written.

    A few statements for a whole city: no row is read.
    """
    closed, written = closed_places(), 0
    for path in paths:
        is_open = closed.isdisjoint(places(path))
        written += _set(path, is_public=is_open)
        inside = [place for place in closed if place.startswith(path)] if is_open else []
        for place in inside:
            if closed.isdisjoint(places(place)[:-1]):  # else it goes with the one above it
                written += _set(place, is_public=False)
    return written


def _set(path: str, *, is_public: bool) -> int:
    rows = Vermelding.objects.filter(branch(path, "page__path"), is_public=not is_public)
    for model, _target in LINKS.values():
        links = model._default_manager.filter(vermelding__in=rows.values("pk"))
        links.update(is_public=is_public)
    return rows.update(is_public=is_public)


def look_again(paths: Iterable[str], known: frozenset[str]) -> None:
    """After the commit: were places closed or opened since these rows were made?"""
    paths = sorted(paths)
    asked = {place for path in paths for place in places(path)}

    def look() -> None:
        if closed_places(paths) & asked != known & asked and set_privacy(paths):
            page_cache.drop_all("privacy of a page that was published just then")

    transaction.on_commit(look)
