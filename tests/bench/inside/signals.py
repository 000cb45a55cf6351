"""Signals: what a map, a queue, a file of a thousand and a look for the same one take."""

from __future__ import annotations

from random import Random
from typing import Any

from accounts.models import User
from tests.bench.inside.building import EDITOR, ordinary_ward
from tests.bench.inside.measuring import browser, forget, fresh, timed, visit
from tests.bench.inside.surveys import measured
from tests.builders.signals import build_signals
from wijkteams.models import Wijk
from wijkteams.signalen.models import Categorie, Klasse, Signaal, SignaalFoto, SignalenIndexPage
from wijkteams.signalen.upgrade import SIGNALEN
from wijkteams.signalen.vertellen.duplicates import find

LIST = "/georeport/v2/requests.json?page_size=1000&extended=true"
LOOKS = 200


def build(signals: int) -> dict[str, Any]:
    """All of them, and the pages on which they are shown."""
    if Signaal.objects.exists():
        return {"signals": Signaal.objects.count(), "seconds": 0.0}
    SIGNALEN.add_where_missing()  # a built city has only what its own groups look at
    built = build_signals(list(Wijk.objects.order_by("pk")), signals)
    return {"signals": built.signals, "seconds": built.seconds}


def public_map() -> dict[str, Any]:
    """The map and the list of a ward: made by a process at work, and by one that just began."""
    page = SignalenIndexPage.objects.get(wijk=ordinary_ward(), locale__language_code="nl")
    return _public(page.get_url() or "")


def city_map() -> dict[str, Any]:
    """The same of the whole city."""
    page = SignalenIndexPage.objects.get(wijk=None, locale__language_code="nl")
    return _public(page.get_url() or "")


def _public(address: str) -> dict[str, Any]:
    return {**fresh(browser(), address), "address": address}


def queue() -> dict[str, Any]:
    """What somebody of the team sees first, of their own ward."""
    assert User.objects.filter(email=EDITOR).exists()
    return fresh(browser(EDITOR), "/beheer/signalen/")


def open311() -> dict[str, Any]:
    """A thousand requests in one answer, in a process that has none of it warm."""
    client = browser()
    visit(client, "/georeport/v2/services.json")  # what every process does once
    visit(client, LIST)
    forget()
    sizes: list[int] = []

    def read() -> None:
        response = visit(client, LIST)
        sizes.append(sum(map(len, response)) if response.streaming else len(response.content))

    found: dict[str, Any] = measured(read)
    return {**found, "bytes": sizes[0]}


def same() -> dict[str, Any]:
    """Looking for the same one, at many places; how long the slowest of twenty took (ms)."""
    random = Random(5)
    places = Signaal.objects.filter(latitude__isnull=False).order_by("pk")
    count, spent, found = places.count(), [], 0
    categories = list(Categorie.objects.exclude(klasse=Klasse.VERTROUWELIJK))
    for _look in range(LOOKS):
        here = places[random.randrange(count)]
        categorie = random.choice(categories)
        rows, wall, _cpu = timed(
            lambda c=categorie, h=here: find(c, h.latitude, h.longitude, wijk=h.wijk)
        )
        found += len(rows)
        spent.append(wall)
    spent.sort()
    return {"p95_ms": spent[int(LOOKS * 0.95)], "p50_ms": spent[LOOKS // 2], "found": found}


def places() -> dict[str, Any]:
    """Where reporters may stand: wards, and the middle of each."""
    found = []
    for wijk in Wijk.objects.order_by("pk")[:200]:
        ring = wijk.boundary["coordinates"][0]
        longitude, latitude = (sum(point[axis] for point in ring) / len(ring) for axis in (0, 1))
        found.append([wijk.slug, f"{longitude:.5f},{latitude:.5f}"])
    return {"places": found}


def told() -> dict[str, Any]:
    """How many signals and photos there are."""
    return {"signals": Signaal.objects.count(), "photos": SignaalFoto.objects.count()}


JOBS = {
    "signals_build": build,
    "signals_map": public_map,
    "signals_city": city_map,
    "signals_queue": queue,
    "signals_open311": open311,
    "signals_same": same,
    "signals_places": places,
    "signals_told": told,
}
