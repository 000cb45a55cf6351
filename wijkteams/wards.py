"""Lists of wards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wijkteams.listing import WijkItem

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from wagtail.models import Locale

    from wijkteams.models import WijkPage


@dataclass(frozen=True)
class WardSlice:
    """A part of the wards, and how many there are in all."""

    items: list[WijkItem]
    total: int


def public_ward_pages(locale: Locale) -> QuerySet[WijkPage]:
    """The front pages of wards that everybody may read, by name of the ward."""
    from wijkteams.models import WijkPage

    return (
        WijkPage.objects.live()
        .public()
        .filter(locale=locale)
        .select_related("wijk")
        .order_by("wijk__name", "pk")
    )


def ward_items(locale: Locale, *, limit: int) -> WardSlice:
    """The first wards by name, with the total."""
    pages = public_ward_pages(locale)
    found = list(pages[: limit + 1])
    total = pages.count() if len(found) > limit else len(found)
    return WardSlice([as_item(page, n) for n, page in enumerate(found[:limit], 1)], total)


def as_item(page: WijkPage, number: int = 0) -> WijkItem:
    """A ward as lists show it, from its page in the reader's language."""
    wijk = page.wijk
    return WijkItem(
        code=wijk.code,
        name=page.title,
        slug=wijk.slug,
        url=page.get_url() or "",
        palette=wijk.palette,
        status=wijk.status,
        status_label=wijk.get_status_display(),
        outline_url="",
        gemeente=wijk.gemeente,
        number=number,
    )
