"""The list and the map of public signals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkteams.maps.outlines import map_data
from wijkteams.signalen.listing import THEMA
from wijkteams.signalen.openbaar.asked import Asked, narrow, read
from wijkteams.signalen.openbaar.choosing import newest, of_ward
from wijkteams.signalen.openbaar.fields import fields_of
from wijkteams.signalen.openbaar.figures import year_words
from wijkteams.signalen.openbaar.links import alert_url, tell_url
from wijkteams.signalen.openbaar.shown import Publiek, shown_all
from wijkteams.signalen.openbaar.sketch import Sketch, sketch_of
from wijkteams.signalen.openbaar.wards import WardLine, city_maps, ward_lines
from wijkteams.vermeldingen.querying import Choice
from wijkteams.vermeldingen.querying import newest as themes

if TYPE_CHECKING:
    from wijkteams.listing import ListItem
    from wijkteams.signalen.models import SignalenIndexPage
    from wijkteams.signalen.models.querysets import SignaalQuerySet

PAGE_SIZE = 20
THEMES = 4
MOST_ON_MAP = 1000


@dataclass(frozen=True)
class Overview:
    """What stands on the page."""

    asked: Asked
    lines: list[Publiek]
    previous_url: str
    next_url: str
    result: str
    is_mapped: bool
    "Whether the map with script can show them all at once."
    sketch: Sketch | None
    wards: list[WardLine]
    fields: list[dict[str, Any]]
    chips: list[dict[str, str]]


def index_context(page: SignalenIndexPage, request: HttpRequest) -> dict[str, Any]:
    """The signals of a ward, or (on the hub) of all wards, as they were asked."""
    asked = read(request.GET)
    url = page.get_url(request)
    ended = page.wijk is not None and page.wijk.has_ended
    return {
        "overview": overview(page, asked, url),
        "is_hub": page.wijk_id is None,
        "list_url": url,
        "tell_url": "" if ended else tell_url(page.wijk),
        "alert_url": "" if ended else alert_url(page.wijk),
        "feed_url": f"{url}rss.xml",
        "geojson_url": f"{url}signalen.geojson{_as_asked(asked)}",
        "jaarcijfers": year_words(page.wijk),
        "themas": _themes(page, asked),
        "kaarten": city_maps() if page.wijk_id is None else [],
        "live": map_data(page.wijk),
        "csv_url": f"{url}signalen.csv{_as_asked(asked)}",
    }


def _themes(page: SignalenIndexPage, asked: Asked) -> list[ListItem]:
    """What the team saw in them, below the list as it is when nothing was chosen."""
    if asked.is_narrowed or asked.bladzijde > 1:
        return []
    return themes(page.locale, Choice(THEMA, wijk=page.wijk), limit=THEMES).items


def overview(page: SignalenIndexPage, asked: Asked, url: str) -> Overview:
    """Read it: a constant number of questions, however many signals there are."""
    everything = of_ward(page.wijk)
    rows = narrow(everything, asked)
    begin = (asked.bladzijde - 1) * PAGE_SIZE
    found = list(newest(rows)[begin : begin + PAGE_SIZE + 1])
    number = begin + len(found)
    if len(found) > PAGE_SIZE or (begin and not found):
        number = rows.count()
    fields = fields_of(page.wijk, asked)
    return Overview(
        asked=asked,
        lines=shown_all(found[:PAGE_SIZE], urls={page.wijk_id: url} if page.wijk_id else None),
        previous_url=asked.address(bladzijde=asked.bladzijde - 1) if asked.bladzijde > 1 else "",
        next_url=asked.address(bladzijde=asked.bladzijde + 1) if len(found) > PAGE_SIZE else "",
        result=_result(number),
        is_mapped=0 < number <= MOST_ON_MAP,
        # Choosing a spot leaves the others on the map: one can go on from there.
        sketch=_sketch(page, everything, asked),
        wards=ward_lines(rows, asked) if page.wijk_id is None else [],
        fields=fields,
        chips=_chips(asked, fields),
    )


def _sketch(page: SignalenIndexPage, rows: SignaalQuerySet, asked: Asked) -> Sketch | None:
    if page.wijk is None:
        return None
    without = Asked(**{**vars(asked), "vak": "", "bladzijde": 1})
    return sketch_of(page.wijk, narrow(rows, without), without)


def _result(number: int) -> str:
    return ngettext("%(number)d signaal", "%(number)d signalen", number) % {"number": number}


def _chips(asked: Asked, fields: list[dict[str, Any]]) -> list[dict[str, str]]:
    """What was chosen, each with the way back."""
    words = {one["name"]: dict(one["choices"]).get(one["chosen"], "") for one in fields}
    words |= {"q": f"‘{asked.q}’" if asked.q else "", "vak": _("Op de kaart") if asked.vak else ""}
    return [
        {"words": text, "url": asked.address(**{name: ""})} for name, text in words.items() if text
    ]


def _as_asked(asked: Asked) -> str:
    query = asked.address()
    return "" if query == "?" else query
