"""Queries of every kind of public page, of a first visitor and of one who returns; its weight."""

from __future__ import annotations

from tests.bench.bench import VENDORS, Bench
from tests.bench.rows import AtMost, Row, row
from tests.bench.samples import Run

GROUP = "queries"
TITLE = "Vragen aan de database, en gewicht van de HTML"
HOW = (
    "Geteld in het proces, in de stad met 1.000 wijken. Een eerste bezoek is dat na het starten: "
    "lege caches, geen bewaarde pagina's. Wie terugkomt stuurt, met het bewaren aan, de ETag van "
    "zijn vorige bezoek mee."
)
AT_MOST_EIGHT = {
    "hub": "voorpagina van de stad",
    "ward": "voorpagina van een wijk",
    "news list of the hub": "nieuws van alle wijken",
    "news list of a ward": "nieuws van een wijk",
    "search": "zoeken",
}
# The house's own limit for what prestaties.md names no number for.
OTHERS = {
    "news item": "bericht",
    "older news of a ward": "ouder nieuws van een wijk",
    "year": "nieuws van een jaar",
    "team": "wijkteam",
    "wards": "alle wijken",
    "ward finder": "wijkzoeker zonder uitkomst",
    "feed": "feed",
    "privacy": "privacy",
}
NAMES = {**AT_MOST_EIGHT, **OTHERS}


def measure(bench: Bench) -> None:
    for vendor in VENDORS:
        for size in ("klein", "groot"):
            city = bench.city(size, vendor)
            places = city.ask("places")
            for name in NAMES:
                cold = city.ask("cold", address=places[name])
                again = city.ask_keeping("again", address=places[name])
                missed = city.ask_keeping("missed", address=places[name])
                bench.run.keep(
                    GROUP, f"{size}: {name}", vendor,
                    cold=cold["queries"], missed=missed["queries"],
                    bytes=cold["bytes"], gzip=cold["gzip"],
                    status=again["status"], again=again["queries"], again_bytes=again["bytes"],
                )  # fmt: skip


def rows(run: Run) -> list[Row]:
    found = []
    for name, title in NAMES.items():
        limit = 8 if name in AT_MOST_EIGHT else 12
        found.append(
            row(
                f"{title}: vragen bij een eerste bezoek",
                lambda name=name: _worst(run, f"groot: {name}", "cold"),
                AtMost(limit),
                note=lambda name=name: _elsewhere(run, name),
            )
        )
    for name, title in NAMES.items():
        found.append(
            row(
                f"{title}: vragen bij een volgend bezoek",
                lambda name=name: _worst(run, f"groot: {name}", "again"),
                AtMost(0),
                note=lambda name=name: _answers(run, name),
            )
        )
    for name, title in NAMES.items():
        found.append(
            row(
                f"{title}: HTML met gzip",
                lambda name=name: _worst(run, f"groot: {name}", "gzip") / 1000,
                AtMost(8),
                "KB",
                lambda name=name: f"{_worst(run, f'groot: {name}', 'bytes') / 1000:.0f} KB zonder",
            )
        )
    return found


def _worst(run: Run, what: str, number: str) -> float:
    return max(run.median(GROUP, what, number, vendor) for vendor in VENDORS)


def _answers(run: Run, name: str) -> str:
    answers = {int(run.median(GROUP, f"groot: {name}", "status", vendor)) for vendor in VENDORS}
    return "antwoord " + " en ".join(map(str, sorted(answers)))


def _elsewhere(run: Run, name: str) -> str:
    small, missed = _worst(run, f"klein: {name}", "cold"), _worst(run, f"groot: {name}", "missed")
    return f"in de kleine stad {small:.0f}; in een proces dat al aan het werk is {missed:.0f}"
