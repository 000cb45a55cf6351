"""Signals: the map, the queue, the list for programs and the look for the same, in a full city."""

from __future__ import annotations

from tests.bench.bench import VENDORS, Bench
from tests.bench.client import percentile
from tests.bench.reporters import crowd
from tests.bench.residents import CLIENTS
from tests.bench.rows import AtMost, Row, row
from tests.bench.samples import Run
from tests.bench.sites import READER, City

GROUP = "signalen"
TITLE = "Signalen"
HOW = (
    "Een stad van duizend wijken met honderd signalen in elke wijk, over achttien maanden, in alle "
    "staten en soorten. Geteld in het proces: de kaart met de lijst van een wijk en die van de "
    "stad, door een proces dat al aan het werk is (erbij: dat net begint); met lege caches de "
    "wachtrij van een team, en duizend signalen in één antwoord van Open311. "
    "‘Hetzelfde zoeken’ is wat een bewoner merkt na het aanwijzen van een plek: tweehonderd keer, "
    "op plekken in de hele stad. Ten slotte zestien mensen die op hetzelfde moment een signaal met "
    "een foto vertellen, elk in een eigen proces, van het eerste scherm tot het laatste."
)
CITY = "agenda_groot"
MAP, CITY_MAP, QUEUE, OPEN311, SAME = "kaart", "stad", "wachtrij", "open311", "hetzelfde"
TELL = "vertellen"
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
                found = city.ask(job)
                if address := found.pop("address", ""):
                    # Its own process: only one that keeps pages remembers the frame of a page.
                    at_work = city.ask_keeping("missed", address=address)
                    found |= {"cold_queries": found["queries"], **at_work}
                bench.run.keep(GROUP, name, vendor, **found)
        _reporters(bench, city)


def _reporters(bench: Bench, city: City) -> None:
    """Sixteen who tell with a photo at once, on a database that keeps what it says it keeps."""
    places = [(wijk, place) for wijk, place in city.ask("signals_places")["places"]]
    city.database.promise(kept=True)
    server = city.serve(cache=True)
    crowd(server.port, dict(READER), 1, places)
    before = city.ask("signals_told")
    each = bench.sizes.survey_each
    found = crowd(server.port, dict(READER), each, places)
    city.stop_servers()
    city.database.promise(kept=False)
    after = city.ask("signals_told")
    wanted = CLIENTS * each
    bench.run.keep(
        GROUP,
        TELL,
        city.database.vendor,
        lost=float(wanted - (after["signals"] - before["signals"])),
        lost_photos=float(wanted - (after["photos"] - before["photos"])),
        wrong=float(found["wrong"]),
        p99=percentile([spent for _kind, spent in found["spent"]], 0.99),
        photo_p50=percentile([spent for kind, spent in found["spent"] if kind == "photo"], 0.5),
        per_second=found["sent"] / found["seconds"],
    )


def rows(run: Run) -> list[Row]:
    found = []
    for vendor in VENDORS:
        found += [*_pages(run, vendor), *_programs(run, vendor), *_people(run, vendor)]
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


def _people(run: Run, vendor: str) -> list[Row]:
    def number(name: str) -> float:
        return run.median(GROUP, TELL, name, vendor)

    return [
        row(
            f"16 vertellers tegelijk met een foto, {vendor}: fout of kwijt",
            lambda: number("lost") + number("lost_photos") + number("wrong"),
            AtMost(0),
            "",
            lambda: (
                f"{number('per_second'):.1f} per seconde; foto's helft binnen "
                f"{number('photo_p50'):.0f} ms; alle pagina's p99 {number('p99'):.0f} ms"
            ),
        )
    ]
