"""Publishing in a small and in a large city; another address for a large ward."""

from __future__ import annotations

from typing import Any

from tests.bench.bench import VENDORS, Bench
from tests.bench.rows import AtMost, Row, row
from tests.bench.samples import Run
from tests.bench.sites import City

GROUP = "publish"
TITLE = "Plaatsen en verplaatsen"
HOW = (
    "Het formulier van het beheer wordt verstuurd door wie is ingelogd, het bewaren van pagina's "
    "aan, om en om in de kleine en in de grote stad. Processortijd van proces en PostgreSQL samen. "
    "PostgreSQL draait hier zonder `fsync`."
)


def measure(bench: Bench) -> None:
    for vendor in VENDORS:
        cities = [bench.city(size, vendor) for size in ("klein", "groot")]
        for city in cities:
            city.ask_keeping("publish", times=1)
        for _round in range(bench.sizes.times):
            for city in cities:
                told = city.ask_keeping("publish", times=2)
                bench.run.keep(GROUP, f"{city.name}: plaatsen", vendor, **_numbers(told))
        _move(bench, cities[-1])


def _move(bench: Bench, city: City) -> None:
    """Each time for itself: the first takes other work along than the second."""
    for _round in range(3):
        told = city.ask_keeping("move_ward", times=1)
        numbers = _numbers(told) | {"descendants": told["descendants"]}
        bench.run.keep(GROUP, "ander adres voor een wijk", city.database.vendor, **numbers)


def _numbers(told: dict[str, Any]) -> dict[str, float]:
    times = len(told["wall_ms"])
    return {
        "wall_ms": sum(told["wall_ms"]) / times,
        "cpu_ms": sum(told["cpu_ms"]) / times + told["server_cpu_ms"] / times,
        "queries": max(told["queries"]),
    }


def rows(run: Run) -> list[Row]:
    found = []
    large, small = "groot: plaatsen", "klein: plaatsen"
    for vendor in VENDORS:
        found.append(
            row(
                f"een bericht plaatsen, {vendor}: groot tegenover klein",
                lambda v=vendor: run.ratio(GROUP, large, small, "cpu_ms", v),
                AtMost(1.5),
                "×",
                lambda v=vendor: (
                    f"{run.median(GROUP, small, 'cpu_ms', v):.0f} → "
                    f"{run.median(GROUP, large, 'cpu_ms', v):.0f} ms processortijd, "
                    f"{run.median(GROUP, large, 'wall_ms', v):.0f} ms op de klok, "
                    f"{run.median(GROUP, large, 'queries', v):.0f} vragen"
                ),
            )
        )
    what = "ander adres voor een wijk"
    for vendor in VENDORS:
        found.append(
            row(
                f"{what}, {vendor}: het langste antwoord",
                lambda v=vendor: _longest(run, what, v) / 1000,
                AtMost(1),
                "s",
                lambda v=vendor: (
                    f"{run.median(GROUP, what, 'descendants', v):.0f} pagina's eronder, "
                    f"{run.median(GROUP, what, 'queries', v):.0f} vragen"
                ),
            )
        )
    return found


def _longest(run: Run, what: str, where: str) -> float:
    run.median(GROUP, what, "wall_ms", where)
    return max(run.all(GROUP, what, "wall_ms", where))
