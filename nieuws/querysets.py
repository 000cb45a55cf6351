"""How news is chosen. One query function serves every list, so that its source can be swapped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.query import PageQuerySet

from wijkteams.listing import ListItem, list_image, prefetch_card_images, ward_url

if TYPE_CHECKING:
    from wagtail.models import Locale

    from nieuws.models import NieuwsPage
    from wijkteams.models import Wijk


class NieuwsQuerySet(PageQuerySet):
    """News items."""

    def newest_first(self) -> Self:
        """By date, then by order of making."""
        return self.order_by("-date", "-pk")

    def older_than(self, marker: str) -> Self:
        """What comes after a marker of an earlier slice; a senseless marker is ignored."""
        try:
            day, _sep, pk = marker.rpartition("-")
            when, number = date.fromisoformat(day), int(pk)
        except ValueError:
            return self
        if not 0 <= number < 2**63:
            return self
        return self.filter(Q(date__lt=when) | Q(date=when, pk__lt=number))


@dataclass(frozen=True)
class NewsSlice:
    """A part of a list, and the marker from which the next part goes on (None: no more)."""

    items: list[ListItem]
    older: str | None


def news_items(
    locale: Locale,
    *,
    wijk: Wijk | None = None,
    limit: int = 3,
    before: str = "",
    year: int | None = None,
    exclude: int | None = None,
) -> NewsSlice:
    """Public news in a language, newest first; of one ward, or (without) of the whole city."""
    from nieuws.models import NieuwsPage

    rows = NieuwsPage.objects.live().public().filter(locale=locale)
    if wijk is not None:
        rows = rows.filter(wijk=wijk)
    if year is not None:
        rows = rows.filter(date__year=year)
    if exclude is not None:
        rows = rows.exclude(pk=exclude)
    rows = rows.older_than(before) if before else rows
    found = list(prefetch_card_images(rows.newest_first().select_related("wijk"))[: limit + 1])
    older = f"{found[limit - 1].date}-{found[limit - 1].pk}" if len(found) > limit else None
    return NewsSlice([as_list_item(page) for page in found[:limit]], older)


def as_list_item(page: NieuwsPage, request: Any = None) -> ListItem:
    """A news item as lists show it."""
    url = page.get_url(request) or ""
    return ListItem(
        kind="nieuws",
        kind_label=_("Nieuws"),
        title=page.title,
        url=url,
        summary=page.summary,
        date=page.date,
        until=page.relevant_until,
        image=list_image(page.image, page.alt),
        wijk_name=page.wijk.name if page.wijk else "",
        wijk_url=ward_url(url, page.wijk),
        palette=page.wijk.palette if page.wijk else "",
    )
