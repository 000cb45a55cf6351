"""The one shape in which lists show things, whatever app they come from."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from core.pictures import Picture
    from wijkteams.models import Wijk

CARD = "card"


@dataclass(frozen=True)
class ListItem:
    """One line or card of a list: news now, whatever an app registers later."""

    kind: str
    kind_label: str | Promise
    title: str
    url: str
    summary: str = ""
    date: datetime.date | None = None
    until: datetime.date | None = None
    image: Picture | None = None
    wijk_name: str = ""
    wijk_url: str = ""
    palette: str = ""
    language: str = ""
    "Language code when it is not the reader's, else empty."
    starts_at: datetime.datetime | None = None
    ends_at: datetime.datetime | None = None
    has_time: bool = False
    "Whether the hour of `starts_at` says something; else only its day does."
    status: str = ""
    place: str = ""
    occurrence: str = ""
    "Which of a series, such as '2026-11-22'."
    marks: frozenset[str] = frozenset()
    "What its kind tells of it, such as 'gratis'."


def ward_url(url: str, wijk: Wijk | None) -> str:
    """The ward's front page, in the language of a page of that ward, from that page's address."""
    if wijk is None:
        return ""
    return front_url(url, wijk.slug)


def front_url(url: str, slug: str) -> str:
    """The same, by the address of the ward."""
    return f"{url.partition(f'/{slug}/')[0]}/{slug}/"


@dataclass(frozen=True)
class WijkItem:
    """A ward as lists and cards show it."""

    code: str
    name: str
    slug: str
    url: str
    palette: str
    status: str
    status_label: str
    outline_url: str = ""
    gemeente: str = ""
    number: int = 0
    "The number on the map of the gemeente; 0 when the ward is on no map."
    language: str = ""
    "Language code when it is not the reader's, else empty."
    matched: str = ""
    "Why the ward finder found this ward, when its name does not tell."
