"""The parts of the sitemap of a large city."""

from __future__ import annotations

from tests.bench.bench import VENDORS, Bench
from tests.bench.rows import AtMost, Row, row
from tests.bench.samples import Run

GROUP = "sitemap"
TITLE = "Sitemap van de grote stad"
HOW = (
    "In het proces, met lege caches: de lijst van delen, en de eerste, middelste en laatste delen."
)


def measure(bench: Bench) -> None:
    for vendor in VENDORS:
        city = bench.city("groot", vendor)
        for _round in range(bench.sizes.rounds):
            told = city.ask("sitemap")
            for number, (wall, cpu) in enumerate(zip(told["wall_ms"], told["cpu_ms"], strict=True)):
                what = "lijst" if number == 0 else f"deel {number}"
                bench.run.keep(
                    GROUP, what, vendor, wall_ms=wall, cpu_ms=cpu, addresses=told["addresses"],
                    parts=told["parts"],
                )  # fmt: skip


def rows(run: Run) -> list[Row]:
    found = []
    for vendor in VENDORS:
        for what in ("deel", "lijst"):
            found.append(
                row(
                    f"{'zwaarste deel' if what == 'deel' else 'lijst van delen'}, {vendor}",
                    lambda what=what, v=vendor: _heaviest(run, what, v),
                    AtMost(150),
                    "ms",
                    lambda v=vendor: f"{run.median(GROUP, 'lijst', 'parts', v):.0f} delen",
                )
            )
    found.append(
        row(
            "adressen in een deel",
            lambda: max(run.median(GROUP, "lijst", "addresses", vendor) for vendor in VENDORS),
            AtMost(1000),
        )
    )
    return found


def _heaviest(run: Run, begin: str, where: str) -> float:
    names = run.names(GROUP, begin) or [begin]
    return max(run.median(GROUP, name, "wall_ms", where) for name in names)
