"""Initiatives: the list of the city, its map, the look for the same, and two hundred hearts."""

from __future__ import annotations

from typing import Any

from tests.bench.bench import VENDORS, Bench
from tests.bench.client import percentile
from tests.bench.rows import AtMost, Row, row
from tests.bench.samples import Run
from tests.bench.sites import READER, City
from tests.bench.supporters import agree_all, ask_all, asks

GROUP = "initiatieven"
TITLE = "Initiatieven"
HOW = (
    "Een stad van duizend wijken met tien initiatieven in elke wijk, in alle staten, met thema's, "
    "steun en hulpvragen. Geteld in het proces: het overzicht van de stad, zo gevraagd als "
    "bewoners het vragen (kaartjes, lijst, wijk, thema, staat, zoekt hulp, woorden, bladzijden), "
    "door een proces dat al aan het werk is (erbij: dat net begint). De kaart van de stad komt "
    "als plekken met een getal. ‘Lijkt erop’ is wat een bewoner merkt bij het typen van een idee: "
    "tweehonderd keer, met een tikfout, uit wijken in de hele stad. Ten slotte tweehonderd mensen "
    "die op hetzelfde moment één initiatief steunen: eerst allen het formulier, dan allen de knop "
    "uit hun mail. Een kwart doet het nog eens, met een andere schrijfwijze van het adres."
)
CITY = "agenda_groot"
MAP, SAME, PEOPLE, WARD = "kaart", "lijkt erop", "steunen", "eigen wijk"
LISTS = (
    "kaartjes", "lijst", "wijk", "thema", "staat", "lopend", "hulp", "woorden", "alles",
    "bladzijde 2", "laatste",
)  # fmt: skip
"The list of the city; `initiatives_places` has the address of each."
MOST_QUERIES = 8
HEAVIEST = 60_000
"Bytes of a first view of the map, before they are compressed."


def measure(bench: Bench) -> None:
    for vendor in VENDORS:
        city = bench.city(CITY, vendor)
        built = city.ask("initiatives_build", initiatives=bench.sizes.initiatives)
        bench.say(f"{built['initiatives']} initiatieven op {vendor} in {built['seconds']:.0f} s")
        places = city.ask("initiatives_places")
        for _round in range(bench.sizes.rounds):
            for name in (*LISTS, WARD):
                found = city.ask("initiatives_page", address=places[name])
                # Its own process: only one that keeps pages remembers the frame of a page.
                at_work = city.ask_keeping("missed", address=places[name])
                found |= {"cold_queries": found["queries"], **at_work}
                bench.run.keep(GROUP, name, vendor, **found)
            bench.run.keep(GROUP, MAP, vendor, **city.ask("initiatives_map"))
            bench.run.keep(GROUP, SAME, vendor, **city.ask("initiatives_same"))
        _supporters(bench, city)


def _supporters(bench: Bench, city: City) -> None:
    """All of them at once, on a database that keeps what it says it keeps."""
    people, place = bench.sizes.supporters, city.ask("initiatives_to_support")
    city.database.promise(kept=True)
    server = city.serve(cache=True)
    asked = ask_all(server.port, dict(READER), people, f"n{place['pk']}", place)
    links = city.ask("initiatives_links", pk=place["pk"])["links"]
    agreed = agree_all(server.port, dict(READER), links) if links else {"wrong": 0, "seconds": 0}
    city.stop_servers()
    city.database.promise(kept=False)
    after = city.ask("initiatives_supported", pk=place["pk"])
    posts = _posts(asked) + _posts(agreed)
    bench.run.keep(
        GROUP,
        PEOPLE,
        city.database.vendor,
        **_counted(people, after),
        asks=float(asks(people)),
        mails=float(len(links)),
        wrong=float(asked["wrong"] + agreed["wrong"]),
        ask_seconds=asked["seconds"],
        agree_seconds=agreed["seconds"],
        p50=percentile(posts, 0.5),
        p99=percentile(posts, 0.99),
    )


def _counted(people: int, after: dict[str, Any]) -> dict[str, float]:
    """Who was not counted, who was counted twice; and whether those of the ward are half of all."""
    return {
        "lost": float(max(0, people - after["all"])),
        "twice": float(max(0, after["all"] - people)),
        "miscounted": float(after["rows"] != after["all"]) + abs(after["own"] - (people + 1) // 2),
    }


def _posts(found: dict[str, Any]) -> list[float]:
    return [spent for kind, spent in found.get("spent", ()) if kind == "POST"]


def rows(run: Run) -> list[Row]:
    found = []
    for vendor in VENDORS:
        found += [*_lists(run, vendor), *_map(run, vendor), _same(run, vendor)]
        found.append(_people(run, vendor))
    return found


def _lists(run: Run, vendor: str) -> list[Row]:
    def number(name: str, what: str) -> float:
        return run.median(GROUP, name, what, vendor)

    def worst(what: str) -> tuple[float, str]:
        return max((number(name, what), name) for name in LISTS)

    return [
        row(
            f"overzicht van de stad, {len(LISTS)} manieren, {vendor}: meeste vragen",
            lambda: worst("queries")[0],
            AtMost(MOST_QUERIES),
            note=lambda: (
                f"{worst('queries')[1]}; net begonnen {worst('cold_queries')[0]:.0f}; "
                f"traagste {worst('wall_ms')[0]:.0f} ms ({worst('wall_ms')[1]})"
            ),
        ),
        row(
            f"overzicht van een wijk, {vendor}: vragen aan de database",
            lambda: number(WARD, "queries"),
            AtMost(MOST_QUERIES),
            note=lambda: (
                f"{number(WARD, 'wall_ms'):.0f} ms; net begonnen {number(WARD, 'cold_queries'):.0f}"
            ),
        ),
        row(
            f"overzicht van de stad, {vendor}: zwaarste",
            lambda: worst("bytes")[0] / 1000,
            AtMost(HEAVIEST / 1000),
            "kB",
            lambda: f"{worst('bytes')[1]}; onderweg {worst('travels')[0] / 1000:.0f} kB",
        ),
        row(
            f"overzicht van een wijk met zijn kaart, {vendor}: gewicht",
            lambda: number(WARD, "bytes") / 1000,
            AtMost(HEAVIEST / 1000),
            "kB",
            lambda: f"onderweg {number(WARD, 'travels') / 1000:.0f} kB",
        ),
    ]


def _map(run: Run, vendor: str) -> list[Row]:
    def number(what: str) -> float:
        return run.median(GROUP, MAP, what, vendor)

    return [
        row(
            f"kaart van de stad, {vendor}: gewicht",
            lambda: number("bytes") / 1000,
            AtMost(HEAVIEST / 1000),
            "kB",
            lambda: (
                f"{number('spots'):.0f} plekken; {number('wall_ms'):.0f} ms; "
                f"{number('queries'):.0f} vragen"
            ),
        ),
        row(
            f"kaart van de stad, {vendor}: initiatieven die er niet op staan",
            lambda: abs(number("missing")),
            AtMost(0),
        ),
    ]


def _same(run: Run, vendor: str) -> Row:
    def number(what: str) -> float:
        return run.median(GROUP, SAME, what, vendor)

    return row(
        f"lijkt erop, {vendor}: p95",
        lambda: number("p95_ms"),
        AtMost(30),
        "ms",
        lambda: (
            f"helft binnen {number('p50_ms'):.1f} ms; van de processor p95 "
            f"{number('cpu_p95_ms'):.1f} ms"
        ),
    )


def _people(run: Run, vendor: str) -> Row:
    def number(name: str) -> float:
        return run.median(GROUP, PEOPLE, name, vendor)

    return row(
        f"200 mensen steunen tegelijk, {vendor}: kwijt, dubbel of fout",
        lambda: number("lost") + number("twice") + number("miscounted") + number("wrong"),
        AtMost(0),
        "",
        lambda: (
            f"{number('asks'):.0f} keer gevraagd in {number('ask_seconds'):.1f} s, "
            f"{number('mails'):.0f} knoppen in {number('agree_seconds'):.1f} s; versturen helft "
            f"binnen {number('p50'):.0f} ms, p99 {number('p99'):.0f} ms"
        ),
    )
