"""Initiatives: what the list of the city, its map and a look for the same take; who supports."""

from __future__ import annotations

import json
from random import Random
from typing import Any

from tests.bench.client import percentile
from tests.bench.inside.building import ordinary_ward
from tests.bench.inside.measuring import browser, fresh, timed, visit
from tests.builders import texts
from tests.builders.initiatives import build_initiatives
from wijkteams.initiatieven import tokens
from wijkteams.initiatieven.aanvragen.similar import similar
from wijkteams.initiatieven.mailing import link
from wijkteams.initiatieven.models import (
    Initiatief,
    InitiatiefPage,
    InitiatievenIndexPage,
    Staat,
    Steun,
)
from wijkteams.initiatieven.openbaar.choosing import listed
from wijkteams.initiatieven.openbaar.overview import PAGE_SIZE
from wijkteams.models import Thema, Wijk

LOOKS = 200
ENDINGS = ("", " in onze wijk", " samen met de buren", " elke week")
TELLING = "Ik zou graag met andere bewoners iets beginnen. Wij hebben er al over gepraat."


def build(initiatives: int) -> dict[str, Any]:
    """All of them, and the pages on which they are shown."""
    if InitiatiefPage.objects.exists():
        return {"initiatives": InitiatiefPage.objects.count(), "seconds": 0.0}
    built = build_initiatives(list(Wijk.objects.order_by("pk")), initiatives)
    return {"initiatives": built.initiatives, "seconds": built.seconds}


def places() -> dict[str, str]:
    """The list of the city in many ways, and that of a ward."""
    city = InitiatievenIndexPage.objects.get(wijk=None, locale__language_code="nl").get_url() or ""
    ward = ordinary_ward()
    own = InitiatievenIndexPage.objects.get(wijk=ward, locale__language_code="nl").get_url() or ""
    thema = Thema.objects.filter(slug__startswith="bouw-")[0].slug
    last = -(-listed(None).count() // PAGE_SIZE)
    return {
        "kaartjes": city,
        "lijst": f"{city}?vorm=lijst",
        "wijk": f"{city}?wijk={ward.slug}",
        "thema": f"{city}?thema={thema}",
        "staat": f"{city}?staat={Staat.BEZIG}",
        "lopend": f"{city}?staat=lopend",
        "hulp": f"{city}?hulp=ja",
        "woorden": f"{city}?q=moestuin",
        "alles": f"{city}?q=bus&thema={thema}&staat=lopend&hulp=ja",
        "bladzijde 2": f"{city}?bladzijde=2",
        "laatste": f"{city}?bladzijde={last}",
        "eigen wijk": own,
    }


def page(address: str) -> dict[str, Any]:
    """One of these addresses, by a process that just began."""
    return fresh(browser(), address)


def public_map() -> dict[str, Any]:
    """What the map of the city gets first, and whether it holds all that have a place."""
    city = InitiatievenIndexPage.objects.get(wijk=None, locale__language_code="nl")
    address = f"{city.get_url()}initiatieven.geojson"
    spots = json.loads(visit(browser(), address).content)["features"]
    shown = sum(spot["properties"]["aantal"] for spot in spots)
    placed = listed(None).exclude(latitude=None).count()
    return {**fresh(browser(), address), "spots": len(spots), "missing": placed - shown}


def same() -> dict[str, Any]:
    """Looking for what is like an idea, from many wards; what the slowest of twenty took (ms)."""
    random = Random(5)
    wards = list(Wijk.objects.order_by("pk"))
    spent, worked, found = [], [], 0
    for _look in range(LOOKS):
        wijk, titel = random.choice(wards), _slip(texts.plan(random), random)
        rows, wall, cpu = timed(
            lambda t=titel, w=wijk: similar(t + random.choice(ENDINGS), TELLING, wijk=w)
        )
        found += len(rows)
        spent.append(wall)
        worked.append(cpu)
    return {
        "p95_ms": percentile(spent, 0.95),
        "p50_ms": percentile(spent, 0.5),
        "cpu_p95_ms": percentile(worked, 0.95),
        "found": found,
    }


def _slip(words: str, random: Random) -> str:
    """The same as somebody types it on a telephone: a letter too few."""
    place = random.randrange(2, len(words))
    return words[: place - 1] + words[place:]


def to_support() -> dict[str, Any]:
    """One that nobody supports yet, and a postcode of its ward."""
    rows = Initiatief.objects.openbaar().lopend().filter(steun=None, wijk__postcodes__isnull=False)
    one = rows.order_by("pk")[0]
    assert one.wijk is not None
    postcode = one.wijk.postcodes.first()
    assert postcode is not None
    return {"pk": one.pk, "key": str(one.translation_key), "postcode": f"{postcode.postcode} AB"}


def links(pk: int) -> dict[str, Any]:
    """What the mails say that went to who would support it: the address behind the button."""
    rows = Steun.objects.filter(initiatief=pk, bevestigd_op=None).order_by("pk")
    return {"links": [link("steun:mijn", tokens.STEUN, row.code, "nl") for row in rows]}


def supported(pk: int) -> dict[str, Any]:
    """What was counted, and what was said yes to."""
    one = Initiatief.objects.get(pk=pk)
    yes = Steun.objects.filter(initiatief=one).exclude(bevestigd_op=None)
    return {"all": one.aantal_steun, "own": one.aantal_steun_wijk, "rows": yes.count()}


JOBS = {
    "initiatives_build": build,
    "initiatives_places": places,
    "initiatives_page": page,
    "initiatives_map": public_map,
    "initiatives_same": same,
    "initiatives_to_support": to_support,
    "initiatives_links": links,
    "initiatives_supported": supported,
}
