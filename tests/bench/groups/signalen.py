"""Signals: the map, the queue, the list for programs and the look for the same, in a full city."""

from __future__ import annotations

from tests.bench.bench import VENDORS, Bench
from tests.bench.rows import AtMost, Row, row
from tests.bench.samples import Run

GROUP = "signalen"
TITLE = "Signalen"
HOW = (
    "Een stad van duizend wijken met honderd signalen in elke wijk, over achttien maanden, in alle "
    "staten en soorten. Geteld in het proces: de kaart met de lijst van een wijk en die van de "
    "stad, door een proces dat al aan het werk is (erbij: dat net begint); met lege caches de "
    "wachtrij van een team, en duizend signalen in één antwoord van Open311. "
    "‘Hetzelfde zoeken’ is wat een bewoner merkt na het aanwijzen van een plek: tweehonderd keer, "
    "op plekken in de hele stad."
)
CITY = "agenda_groot"
MAP, CITY_MAP, QUEUE, OPEN311, SAME = "kaart", "stad", "wachtrij", "open311", "hetzelfde"
JOBS = {
    MAP: "signals_map",
    CITY_MAP: "signals_city",
    QUEUE: "signals_queue",
    OPEN311: "signals_open311",
    SAME: "signals_same",
}
PAGES = {
    MAP: ("kaart en lijst van een wijk", 8),
    CITY_MAP: ("kaart en lijst van de stad", 8),
    QUEUE: ("wachtrij van een team", 15),
}
HEAVIEST = 60_000
"Bytes of the map of a ward, before it is compressed."


def measure(bench: Bench) -> None:
    for vendor in VENDORS:
        city = bench.city(CITY, vendor)
        built = city.ask("signals_build", signals=bench.sizes.signals)
        bench.say(f"{built['signals']} signalen op {vendor} in {built['seconds']:.0f} s")
        for name, job in JOBS.items():
            for _round in range(bench.sizes.rounds):
                bench.run.keep(GROUP, name, vendor, **city.ask(job))


def rows(run: Run) -> list[Row]:
    found = []
    for vendor in VENDORS:
        found += [*_pages(run, vendor), *_programs(run, vendor)]
    return found


def _pages(run: Run, vendor: str) -> list[Row]:
    def number(name: str, what: str) -> float:
        return run.median(GROUP, name, what, vendor)

    found = [
        row(
            f"{title}, {vendor}: vragen aan de database",
            lambda n=name: number(n, "queries"),
            AtMost(most),
            note=lambda n=name: (
                f"{number(n, 'wall_ms'):.0f} ms; {number(n, 'bytes') / 1000:.0f} kB, "
                f"onderweg {number(n, 'travels') / 1000:.0f} kB"
                + (f"; net begonnen {number(n, 'cold_queries'):.0f}" if n != QUEUE else "")
            ),
        )
        for name, (title, most) in PAGES.items()
    ]
    weight = row(
        f"kaart en lijst van een wijk, {vendor}: gewicht",
        lambda: number(MAP, "bytes") / 1000,
        AtMost(HEAVIEST / 1000),
        "kB",
    )
    return [*found, weight]


def _programs(run: Run, vendor: str) -> list[Row]:
    def number(name: str, what: str) -> float:
        return run.median(GROUP, name, what, vendor)

    return [
        row(
            f"Open311, duizend signalen, {vendor}: koud",
            lambda: number(OPEN311, "wall_ms"),
            AtMost(300),
            "ms",
            lambda: f"{number(OPEN311, 'bytes') / 1000:.0f} kB",
        ),
        row(
            f"Open311, duizend signalen, {vendor}: geheugen groeit",
            lambda: number(OPEN311, "grew"),
            AtMost(30),
            "MB",
        ),
        row(
            f"hetzelfde zoeken, {vendor}: p95",
            lambda: number(SAME, "p95_ms"),
            AtMost(20),
            "ms",
            lambda: f"helft binnen {number(SAME, 'p50_ms'):.1f} ms",
        ),
    ]
