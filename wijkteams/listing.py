"""The one shape in which lists show things, whatever app they come from."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch
from wagtail.images import get_image_model
from wagtail.images.models import SourceImageIOError

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.utils.functional import Promise

    from wijkteams.models import Image, Wijk

CARD_SPEC = "fill-640x400|format-webp"


@dataclass(frozen=True)
class ListImage:
    """A picture as a list shows it."""

    url: str
    width: int
    height: int
    alt: str


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
    image: ListImage | None = None
    wijk_name: str = ""
    wijk_url: str = ""
    palette: str = ""
    language: str = ""
    "Language code when it is not the reader's, else empty."


def list_image(image: Image | None, alt: str) -> ListImage | None:
    """A picture in card size; a broken original gives none rather than a broken page.

    Lists prefetch the renditions (`prefetch_card_images`), so that this costs no query each.
    """
    if image is None:
        return None
    try:
        rendition = image.get_rendition(CARD_SPEC)
    except SourceImageIOError:
        return None
    return ListImage(rendition.url, rendition.width, rendition.height, alt)


def prefetch_card_images(pages: QuerySet[Any]) -> QuerySet[Any]:
    """Fetch pictures along with the pages, and all their renditions in one query."""
    renditions = get_image_model().get_rendition_model().objects.filter(filter_spec=CARD_SPEC)
    found = Prefetch("image__renditions", queryset=renditions, to_attr="prefetched_renditions")
    return pages.select_related("image").prefetch_related(found)


def ward_url(url: str, wijk: Wijk | None) -> str:
    """The ward's front page, in the language of a page of that ward, from that page's address."""
    if wijk is None:
        return ""
    return f"{url.partition(f'/{wijk.slug}/')[0]}/{wijk.slug}/"


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
