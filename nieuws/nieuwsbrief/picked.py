"""What a newsletter picked from the site, read from the listing rows: one query for all of it.

Only what everybody may read has a public row. So a draft, a closed page or one that went away
never comes into a newsletter, whatever number stands in its blocks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Q

from core import page_cache
from nieuws.nieuwsbrief.parts import Entry
from wijkteams.activiteiten.agenda.lines import line_of
from wijkteams.activiteiten.listing import ACTIVITEIT
from wijkteams.listing import ListItem
from wijkteams.models import Vermelding
from wijkteams.vermeldingen.entry import SERIES, day_start
from wijkteams.vermeldingen.querying import dutch
from wijkteams.vermeldingen.row import COLUMNS, Row, as_item

if TYPE_CHECKING:
    from wagtail.models import Locale, Page

AHEAD = timedelta(days=62)
"How far ahead of the newsletter the first time of a series is looked for."


class Picked:
    """The public rows of these pages, in the language of the newsletter or else in Dutch."""

    def __init__(self, pages: Iterable[Page | None], locale: Locale, day: date) -> None:
        self.locale = locale
        self.day = day
        known = [page for page in pages if page is not None]
        page_cache.shows(*{f"pagina:{page.pk}" for page in known})
        self._rows: dict[UUID, list[Row]] = defaultdict(list)
        for row in self._read(known) if known else ():
            self._rows[row.translation_key].append(row)

    def _read(self, pages: list[Page]) -> Iterable[Row]:
        start = day_start(self.day)
        near = Q(occurrence="") | Q(starts_at__gte=start, starts_at__lt=start + AHEAD)
        language = Q(locale=self.locale) | Q(locale__in=dutch()) | Q(page__in=pages)
        rows = Vermelding.objects.filter(
            near,
            language,
            translation_key__in={page.translation_key for page in pages},
            is_public=True,
        )
        columns: list[str] = list(COLUMNS)
        return [Row(*row) for row in rows.order_by("starts_at", "pk").values_list(*columns)]

    def row_of(self, page: Page | None) -> Row | None:
        """The row to show of a page; of a series that of its first time to come."""
        if page is None:
            return None
        rows = self._rows.get(page.translation_key, [])
        own = [row for row in rows if row.locale_id == self.locale.pk]
        picked = [row for row in rows if row.page_id == page.pk]
        dutch_ones = [row for row in rows if row not in own and row not in picked]
        return _first(own) or _first(dutch_ones) or _first(picked)

    def url_of(self, page: Page | None) -> str:
        """The address of a page that everybody may read; empty for others."""
        row = self.row_of(page)
        return row.url.removesuffix(f"{row.occurrence}/") if row else ""

    def entry_of(self, value: Any) -> Entry | None:
        """A picked item with the team's own words; None for what not everybody may read."""
        row = self.row_of(value.get("page"))
        if row is None:
            return None
        own = (value.get("text") or "").strip()
        if row.kind == ACTIVITEIT and row.starts_at is not None:
            item = replace(as_item(row, self.locale), image=None)
            return Entry(item, line=line_of(item), note=own)
        item = as_item(row._replace(kind=ACTIVITEIT) if row.kind == SERIES else row, self.locale)
        return Entry(_as_shown(item, own, with_picture=value.get("with_picture") is not False))


def _first(rows: list[Row]) -> Row | None:
    """The first with a day; that of a whole series only when it has no time to come."""
    ordered = sorted(rows, key=lambda row: row.kind == SERIES)
    return ordered[0] if ordered else None


def _as_shown(item: ListItem, own: str, *, with_picture: bool) -> ListItem:
    return replace(item, summary=own or item.summary, image=item.image if with_picture else None)
