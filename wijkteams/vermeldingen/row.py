"""A row as lists read it, and as they show it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from core.pictures import Picture, Source
from core.pictures.presets import PRESETS
from wijkteams.listing import CARD, ListItem, front_url
from wijkteams.vermeldingen.registry import kind_named

if TYPE_CHECKING:
    from wagtail.models import Locale


class Row(NamedTuple):
    """What lists and feeds need of a row and of its ward. No model: twenty of those cost more."""

    pk: int
    kind: str
    page_id: int | None
    locale_id: int
    translation_key: UUID
    title: str
    url: str
    summary: str
    starts_at: datetime | None
    ends_at: datetime | None
    has_time: bool
    relevant_until: date | None
    picture: dict[str, Any] | None
    picture_until: date | None
    status: str
    place: str
    occurrence: str
    marks: int
    first_published_at: datetime | None
    wijk_name: str | None
    wijk_slug: str | None
    wijk_palette: str | None


COLUMNS = [name.replace("wijk_", "wijk__", 1) for name in Row._fields]


def as_item(row: Row, locale: Locale) -> ListItem:
    """A row as lists show it."""
    kind = kind_named(row.kind)
    return ListItem(
        kind=row.kind,
        kind_label=kind.label,
        title=row.title,
        url=row.url,
        summary=row.summary,
        date=timezone.localtime(row.starts_at).date() if row.starts_at else None,
        until=row.relevant_until,
        image=picture_in(row),
        wijk_name=row.wijk_name or "",
        wijk_url=front_url(row.url, row.wijk_slug) if row.wijk_slug else "",
        palette=row.wijk_palette or "",
        language=settings.LANGUAGE_CODE if row.locale_id != locale.pk else "",
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        has_time=row.has_time,
        status=row.status,
        place=row.place,
        occurrence=row.occurrence,
        marks=kind.marks_in(row.marks),
    )


def picture_in(row: Row) -> Picture | None:
    """The picture of a row; None from the day that people no longer agree to it."""
    data = row.picture
    if data is None or (row.picture_until and row.picture_until < timezone.localdate()):
        return None
    return Picture(
        url=data["url"],
        width=data["width"],
        height=data["height"],
        alt=data["alt"],
        sources=tuple(Source(*source) for source in data["sources"]),
        sizes=PRESETS[CARD].sizes,
    )
