"""Public signals for maps and spreadsheets of others: GeoJSON and CSV (requirement G15).

As the list was asked. Piece by piece, so that a city of any size takes no memory.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.absolute import absolute
from core.exports.files import csv_lines
from wijkteams.signalen.models import SignalenIndexPage
from wijkteams.signalen.openbaar.asked import narrow, read
from wijkteams.signalen.openbaar.choosing import newest, of_ward
from wijkteams.signalen.openbaar.shown import Publiek, shown_all

if TYPE_CHECKING:
    from wijkteams.signalen.models.querysets import SignaalQuerySet

AT_A_TIME = 500


def signals_geojson(request: HttpRequest, page: Page) -> StreamingHttpResponse | None:
    """The signals of this list that have a place, as RFC 7946; None for other pages."""
    section = page.specific
    if not isinstance(section, SignalenIndexPage):
        return None
    rows = _asked(request, section).exclude(openbaar_latitude=None)
    response = StreamingHttpResponse(_collection(rows), content_type="application/geo+json")
    response["Access-Control-Allow-Origin"] = "*"
    return response


def signals_csv(request: HttpRequest, page: Page) -> StreamingHttpResponse | None:
    """The signals of this list as a table; None for other pages."""
    section = page.specific
    if not isinstance(section, SignalenIndexPage):
        return None
    cells = (_cells(one) for one in _read(_asked(request, section)))
    lines = csv_lines(chain([_heading()], cells))
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="signalen.csv"'
    return response


def _asked(request: HttpRequest, section: SignalenIndexPage) -> SignaalQuerySet:
    return newest(narrow(of_ward(section.wijk), read(request.GET)))


def _read(rows: SignaalQuerySet) -> Iterator[Publiek]:
    found = rows.iterator(chunk_size=AT_A_TIME)
    while some := list(islice(found, AT_A_TIME)):
        yield from shown_all(some, photos=False)


def _collection(rows: SignaalQuerySet) -> Iterator[str]:
    yield '{"type":"FeatureCollection","features":[\n'
    for number, one in enumerate(_read(rows)):
        yield (",\n" if number else "") + json.dumps(feature(one), ensure_ascii=False)
    yield "\n]}\n"


def feature(one: Publiek) -> dict[str, Any]:
    """One signal on a map of others."""
    return {
        "type": "Feature",
        "id": one.code,
        "geometry": {"type": "Point", "coordinates": [one.longitude, one.latitude]},
        "properties": {
            "titel": one.title,
            "categorie": one.categorie,
            "staat": one.staat,
            "staat_tekst": one.label.words,
            "wijk": one.wijk,
            "plaats": one.place,
            "ook_last": one.also,
            "verteld": one.told.isoformat(timespec="seconds"),
            "klaar": one.closed.isoformat(timespec="seconds") if one.closed else None,
            "url": absolute(one.url),
        },
    }


def _heading() -> list[str]:
    return [
        _("nummer"),
        _("in het kort"),
        _("categorie"),
        _("staat"),
        _("wijk"),
        _("waar"),
        _("breedtegraad"),
        _("lengtegraad"),
        _("ook last van"),
        _("verteld op"),
        _("klaar op"),
        _("adres"),
    ]


def _cells(one: Publiek) -> Iterable[Any]:
    return [
        one.code,
        one.title,
        one.categorie,
        one.label.words,
        one.wijk,
        one.place,
        one.latitude,
        one.longitude,
        one.also,
        timezone.localtime(one.told).date(),
        timezone.localtime(one.closed).date() if one.closed else "",
        absolute(one.url),
    ]
