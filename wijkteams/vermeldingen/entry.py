"""The rows that a page should have."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page, Site

from core.pictures import Picture, made_picture
from core.tree import places
from wijkteams.listing import CARD

if TYPE_CHECKING:
    from wijkteams.vermeldingen.registry import Details, Kind

Key = tuple[int, int, int, str]
ABOUT = ("buurten", "themas")
"Fields of a page that say what it is about, whatever its type."
SERIES = "reeks"
"The kind of the row of a page of which lists show only the times; no list asks for it."
NO_DETAILS: dict[str, Any] = {
    "starts_at": None,
    "ends_at": None,
    "has_time": False,
    "last_day": None,
    "relevant_until": None,
    "status": "",
    "place": "",
    "marks": 0,
}
NIGHT = timedelta(hours=5)
"What ends by then is of the day before."


@dataclass(frozen=True)
class Entry:
    """A row as it should be: what tells it from others, its columns, and what it is about."""

    key: Key
    values: dict[str, Any]
    wijken: frozenset[int] = frozenset()
    buurten: frozenset[int] = frozenset()
    themas: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Making:
    """How rows are made: in which hubs addresses begin, which places are closed."""

    closed: frozenset[str]
    "Places in the tree that are not for everybody, and all that lies under them."
    roots: list[Any] = field(default_factory=Site.get_site_root_paths)

    def entries(self, kind: Kind, page: Page) -> list[Entry]:
        """The rows of a page in its own type; none for a draft, or for what has no address."""
        address = address_of(page, self.roots)
        if not page.live or address is None:
            return []
        common = {**self._common(kind, page), "url": address}
        found = [self._entry(kind, page, common, details) for details in kind.as_vermelding(page)]
        if all(entry.values["url"] != address for entry in found):
            found.append(_of_the_page(page, common))
        return found

    def _entry(self, kind: Kind, page: Page, common: dict[str, Any], details: Details) -> Entry:
        own = {
            name: getattr(details, name)
            for name in ("ends_at", "has_time", "relevant_until", "status", "place")
        }
        start = details.starts_at
        wijk_id = common["wijk_id"]
        return Entry(
            key=(common["content_type_id"], page.pk, page.locale_id, details.occurrence),
            values={
                **common,
                **own,
                "last_day": last_day_of(details.starts_at, details.ends_at),
                "marks": kind.bits_of(details.marks),
                # Lists go on from a whole second.
                "starts_at": start.replace(microsecond=0) if start else None,
                "url": url_of_occurrence(common["url"], details.occurrence),
            },
            wijken=frozenset({wijk_id, *details.wijk_ids} - {None}),
            **{name: _about(page, name) for name in ABOUT},
        )

    def _common(self, kind: Kind, page: Page) -> dict[str, Any]:
        image = getattr(page, "image", None)
        return {
            "kind": kind.name,
            "content_type_id": ContentType.objects.get_for_model(kind.model).pk,
            "page_id": page.pk,
            "translation_key": page.translation_key,
            "title": page.title,
            "summary": getattr(page, "summary", ""),
            "image_id": image.pk if image else None,
            "picture": self._picture(page, image),
            "picture_until": image.consent_until if image else None,
            "wijk_id": getattr(page, "wijk_id", None),
            "is_public": self.closed.isdisjoint(places(page.path)),
            "first_published_at": page.first_published_at,
            "last_published_at": page.last_published_at,
        }

    def _picture(self, page: Page, image: Any) -> dict[str, Any] | None:
        if image is None:
            return None
        found = made_picture(image, CARD, page.alt)
        return as_data(found) if found else None


def _of_the_page(page: Page, common: dict[str, Any]) -> Entry:
    """Of a series, whose times stand in lists: the page itself, that search engines may know."""
    return Entry(
        key=(common["content_type_id"], page.pk, page.locale_id, ""),
        values={**common, **NO_DETAILS, "kind": SERIES},
    )


def address_of(page: Page, roots: list[Any]) -> str | None:
    """The path of a page's address; None outside the site. Wagtail's own asks more, each time."""
    for root in roots:
        if page.url_path.startswith(root.root_path):
            language = root.language_code or settings.LANGUAGE_CODE
            prefix = "/" if language == settings.LANGUAGE_CODE else f"/{language}/"
            return prefix + page.url_path[len(root.root_path) :]
    return None


def url_of_occurrence(address: str, occurrence: str) -> str:
    """One of a series stands behind the address of its page."""
    return f"{address}{occurrence}/" if occurrence else address


def as_data(picture: Picture) -> dict[str, Any]:
    """A picture as a row holds it. Its `sizes` belong to the style and are added when read."""
    return {
        "url": picture.url,
        "width": picture.width,
        "height": picture.height,
        "alt": picture.alt,
        "sources": [[source.type, source.srcset] for source in picture.sources],
    }


def _about(page: Page, name: str) -> frozenset[int]:
    rows = getattr(page, name, None)
    return frozenset() if rows is None else frozenset(row.pk for row in rows.all())


def day_start(day: date) -> datetime:
    """A day as a moment, for what has no hour; on the clocks of the city, whoever asks."""
    return timezone.make_aware(datetime.combine(day, time()), timezone.get_default_timezone())


def last_day_of(starts_at: datetime | None, ends_at: datetime | None) -> date | None:
    """The last day of what goes on for more than one; None for most. A night is of its evening."""
    if starts_at is None or ends_at is None:
        return None
    city = timezone.get_default_timezone()
    last = timezone.localdate(ends_at - NIGHT, city)
    return last if last > timezone.localdate(starts_at, city) else None
