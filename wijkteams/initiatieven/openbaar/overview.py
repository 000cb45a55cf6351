"""The cards, the list and the map of initiatives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.places import url_of
from wijkteams.initiatieven.openbaar.asked import LIJST, Asked, read
from wijkteams.initiatieven.openbaar.cards import Card, cards_of
from wijkteams.initiatieven.openbaar.choosing import listed, newest
from wijkteams.initiatieven.openbaar.fields import fields_of
from wijkteams.initiatieven.openbaar.sketch import Sketch, sketch_of
from wijkteams.initiatieven.openbaar.wards import WardLine, city_maps, ward_lines
from wijkteams.initiatieven.wegwijzer.face import guides
from wijkteams.maps.outlines import map_data

if TYPE_CHECKING:
    from wijkteams.initiatieven.models import InitiatievenIndexPage
    from wijkteams.models import Wijk

PAGE_SIZE = 18


@dataclass(frozen=True)
class Overview:
    """What stands on the page."""

    asked: Asked
    cards: list[Card]
    previous_url: str
    next_url: str
    result: str
    sketch: Sketch | None
    wards: list[WardLine]
    fields: list[dict[str, Any]]
    chips: list[dict[str, str]]
    other_form: str
    "The same as a list, or as cards."


def index_context(page: InitiatievenIndexPage, request: HttpRequest) -> dict[str, Any]:
    """The initiatives of a ward, or (on the hub) of all wards, as they were asked."""
    asked, url = read(request.GET), url_of(page, request)
    ended = page.wijk is not None and page.wijk.has_ended
    files = asked.query(vorm="")
    return {
        "overview": overview(page, asked),
        "is_hub": page.wijk_id is None,
        "list_url": url,
        "idea_url": "" if ended else idea_url(page.wijk),
        "feed_url": f"{url}rss.xml",
        "points_url": f"{url}initiatieven.geojson{asked.query(vorm='', vak='')}",
        "json_url": f"{url}initiatieven.json{files}",
        "csv_url": f"{url}initiatieven.csv{files}",
        "kaarten": city_maps() if page.wijk_id is None else [],
        "live": map_data(page.wijk),
        "guides": guides(page),
    }


def idea_url(wijk: Wijk | None) -> str:
    """Where a resident begins to tell an idea: a small page that is never kept."""
    query = f"?{urlencode({'wijk': wijk.slug})}" if wijk is not None else ""
    return reverse("idee:nieuw") + query


def overview(page: InitiatievenIndexPage, asked: Asked) -> Overview:
    """Read it: a constant number of questions, however many initiatives there are."""
    rows = listed(page.wijk, asked)
    begin = (asked.bladzijde - 1) * PAGE_SIZE
    found = list(newest(rows)[begin : begin + PAGE_SIZE + 1])
    more = len(found) > PAGE_SIZE
    number = rows.count() if more or (begin and not found) else begin + len(found)
    fields = fields_of(page.wijk, asked)
    return Overview(
        asked=asked,
        cards=cards_of(found[:PAGE_SIZE], page.locale),
        previous_url=asked.address(bladzijde=asked.bladzijde - 1) if asked.bladzijde > 1 else "",
        next_url=asked.address(bladzijde=asked.bladzijde + 1) if more else "",
        result=_result(number),
        sketch=_sketch(page, asked),
        wards=ward_lines(rows, asked) if page.wijk_id is None else [],
        fields=fields,
        chips=_chips(asked, fields),
        other_form=asked.address(vorm="" if asked.is_list else LIJST),
    )


def _sketch(page: InitiatievenIndexPage, asked: Asked) -> Sketch | None:
    """Choosing a spot leaves the others on the map: one can go on from there."""
    if page.wijk is None:
        return None
    without = Asked(**{**vars(asked), "vak": "", "bladzijde": 1})
    return sketch_of(page.wijk, listed(page.wijk, without), without)


def _result(number: int) -> str:
    words = ngettext("%(number)s initiatief", "%(number)s initiatieven", number)
    return words % {"number": number_format(number, force_grouping=True)}


def _chips(asked: Asked, fields: list[dict[str, Any]]) -> list[dict[str, str]]:
    """What was chosen, each with the way back."""
    words = {one["name"]: dict(one["choices"]).get(one["chosen"], one["chosen"]) for one in fields}
    words |= {
        "q": f"‘{asked.q}’" if asked.q else "",
        "hulp": _("Zoekt hulp") if asked.hulp else "",
        "vak": _("Op de kaart") if asked.vak else "",
    }
    if asked.wijk and not words.get("wijk"):
        words["wijk"] = asked.wijk
    return [
        {"words": text, "url": asked.address(**{name: ""})} for name, text in words.items() if text
    ]
