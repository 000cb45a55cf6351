"""Screens of the CMS with sixty and with a thousand wards."""

from __future__ import annotations

import statistics

from tests.bench.bench import VENDORS, Bench
from tests.bench.rows import AtMost, Row, row
from tests.bench.samples import Run

GROUP = "cms"
TITLE = "Schermen van het beheer, van 60 naar 1.000 wijken"
HOW = (
    "In het proces, om en om in twee steden: 60 wijken met 3.000 berichten, 1.000 wijken met "
    "55.000. Zestig vullen een bladzijde van de verkenner: met minder zou elke lijst later traag "
    "lijken. Processortijd van proces en PostgreSQL samen. Tussen haakjes wie kijkt: een beheerder "
    "van de stad of een redacteur van één wijk."
)


def measure(bench: Bench) -> None:
    for vendor in VENDORS:
        cities = [bench.city(size, vendor) for size in ("zestig", "groot")]
        addresses = [city.ask("screens") for city in cities]
        for name in [name for name in addresses[0] if name != "server_cpu_ms"]:
            for who in ("stad", "wijk"):
                for city, places in zip(cities, addresses, strict=True):
                    told = city.ask(
                        "screen", address=places[name], city=who == "stad", times=bench.sizes.times
                    )
                    if "queries" not in told:
                        continue
                    share = told["server_cpu_ms"] / (bench.sizes.times + 2)
                    bench.run.keep(
                        GROUP, f"{city.name}: {name} ({who})", vendor, queries=told["queries"],
                        wall_ms=statistics.median(told["wall_ms"]),
                        cpu_ms=statistics.median(told["cpu_ms"]) + share,
                    )  # fmt: skip


def rows(run: Run) -> list[Row]:
    found = []
    names = [name.removeprefix("groot: ") for name in run.names(GROUP, "groot: ")]
    for name in names or ["schermen"]:
        for vendor in VENDORS:
            large, small = f"groot: {name}", f"zestig: {name}"
            found.append(
                row(
                    f"{name}, {vendor}",
                    lambda a=large, b=small, v=vendor: run.ratio(GROUP, a, b, "cpu_ms", v),
                    AtMost(1.5),
                    "×",
                    lambda a=large, b=small, v=vendor: (
                        f"{run.median(GROUP, b, 'cpu_ms', v):.0f} → "
                        f"{run.median(GROUP, a, 'cpu_ms', v):.0f} ms, "
                        f"{run.median(GROUP, b, 'queries', v):.0f} → "
                        f"{run.median(GROUP, a, 'queries', v):.0f} vragen"
                    ),
                )
            )
    return found
