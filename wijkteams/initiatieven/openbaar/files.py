"""Public initiatives for programs and spreadsheets of others: JSON, CSV, and the spots of the map.

As the list was asked. JSON and CSV go piece by piece, so that a city of any size takes no memory.
No names, no addresses of people: only what the page says to all.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from core.absolute import absolute
from core.exports.files import csv_lines
from wijkteams.initiatieven.models import InitiatievenIndexPage
from wijkteams.initiatieven.openbaar.asked import read
from wijkteams.initiatieven.openbaar.cards import Card, cards_of
from wijkteams.initiatieven.openbaar.choosing import listed, newest
from wijkteams.initiatieven.openbaar.sketch import spots_of

if TYPE_CHECKING:
    from wijkteams.maps.spots import Spot

AT_A_TIME = 500


def initiatives_json(request: HttpRequest, page: Page) -> StreamingHttpResponse | None:
    """The initiatives of this list; None for other pages."""
    section = page.specific
    if not isinstance(section, InitiatievenIndexPage):
        return None
    response = StreamingHttpResponse(
        _array(_cards(request, section)), content_type="application/json"
    )
    response["Access-Control-Allow-Origin"] = "*"
    return response


def initiatives_csv(request: HttpRequest, page: Page) -> StreamingHttpResponse | None:
    """The initiatives of this list as a table; None for other pages."""
    section = page.specific
    if not isinstance(section, InitiatievenIndexPage):
        return None
    cells = (_cells(one) for one in _cards(request, section))
    lines = csv_lines(chain([_heading()], cells))
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="initiatieven.csv"'
    return response


def spots_geojson(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The spots of the map of this list (RFC 7946); None for other pages."""
    section = page.specific
    if not isinstance(section, InitiatievenIndexPage):
        return None
    asked, url = read(request.GET), section.get_url() or "/"
    features = [
        feature_of(spot, f"{url}{asked.address(vak=spot.vak)}")
        for spot in spots_of(listed(section.wijk, asked))
    ]
    text = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)
    response = HttpResponse(text, content_type="application/geo+json")
    response["Access-Control-Allow-Origin"] = "*"
    return response


def feature_of(spot: Spot, url: str) -> dict[str, Any]:
    """Several that lie together: how many, and where the list of them is."""
    latitude = sum(point.latitude for point in spot.points) / spot.number
    longitude = sum(point.longitude for point in spot.points) / spot.number
    words = ngettext(
        "%(number)d initiatief op deze plek", "%(number)d initiatieven op deze plek", spot.number
    )
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [round(longitude, 5), round(latitude, 5)]},
        "properties": {
            "titel": words % {"number": spot.number},
            "url": url,
            "aantal": spot.number,
            "klaar": spot.is_done,
        },
    }


def _cards(request: HttpRequest, section: InitiatievenIndexPage) -> Iterator[Card]:
    rows = newest(listed(section.wijk, read(request.GET))).iterator(chunk_size=AT_A_TIME)
    while some := list(islice(rows, AT_A_TIME)):
        yield from cards_of(some, section.locale)


def _array(cards: Iterable[Card]) -> Iterator[str]:
    yield '{"initiatieven":[\n'
    for number, one in enumerate(cards):
        yield (",\n" if number else "") + json.dumps(as_json(one), ensure_ascii=False)
    yield "\n]}\n"


def as_json(card: Card) -> dict[str, Any]:
    """One initiative for programs."""
    row, item = card.initiatief, card.item
    ended = row.afgesloten_op
    return {
        "id": str(row.translation_key),
        "titel": item.title,
        "samenvatting": item.summary,
        "taal": item.language or None,
        "wijk": item.wijk_name or None,
        "staat": row.staat,
        "staat_tekst": card.label.words,
        "zoekt_hulp": row.zoekt_hulp,
        "mensen_gevraagd": card.hands.asked if card.hands else None,
        "mensen_gevonden": card.hands.found if card.hands else None,
        "steun": card.support,
        "steun_uit_de_wijk": row.aantal_steun_wijk + row.aantal_papier_wijk,
        "plaats": row.plaats_tekst or None,
        "breedtegraad": row.latitude,
        "lengtegraad": row.longitude,
        "begonnen": row.created_at.isoformat(timespec="seconds"),
        "laatste_bericht": row.laatste_teken.isoformat(timespec="seconds"),
        "afgesloten": ended.isoformat(timespec="seconds") if ended else None,
        "url": absolute(item.url),
    }


def _heading() -> list[str]:
    return [
        _("naam"),
        _("samenvatting"),
        _("wijk"),
        _("staat"),
        _("zoekt hulp"),
        _("steun"),
        _("steun uit de wijk"),
        _("waar"),
        _("breedtegraad"),
        _("lengtegraad"),
        _("begonnen op"),
        _("laatste bericht"),
        _("afgesloten op"),
        _("adres"),
    ]


def _cells(card: Card) -> Iterable[Any]:
    row, item = card.initiatief, card.item
    return [
        item.title,
        item.summary,
        item.wijk_name,
        card.label.words,
        _("ja") if row.zoekt_hulp else _("nee"),
        card.support,
        row.aantal_steun_wijk + row.aantal_papier_wijk,
        row.plaats_tekst,
        row.latitude,
        row.longitude,
        timezone.localtime(row.created_at).date(),
        timezone.localtime(row.laatste_teken).date(),
        timezone.localtime(row.afgesloten_op).date() if row.afgesloten_op else "",
        absolute(item.url),
    ]
