"""Agendas of a thousand wards with fifty activities each, half of them every week."""

from __future__ import annotations

from tests.bench.bench import VENDORS, Bench
from tests.bench.rows import AtMost, Row, row
from tests.bench.samples import Run

GROUP = "agenda"
TITLE = "Agenda's"
HOW = (
    "Wijken met elk vijftig activiteiten, de helft elke week een jaar lang. Geteld in het proces "
    "met lege caches. Ernaast een stad van enkele wijken: wie de agenda opent, mag niet merken "
    "hoeveel er in de stad te doen is. De kalender van een wijk heeft ruim duizend keren."
)
PAGES = {
    "list of the city": ("agenda van de stad", 8),
    "month of the city": ("maand van de stad", 10),
    "list of a ward": ("agenda van een wijk", 8),
    "month of a ward": ("maand van een wijk", 10),
    "activity": ("activiteit die elke week is", 12),
}
CALENDAR = "calendar of a ward"
CITIES = ("agenda_klein", "agenda_groot")


def measure(bench: Bench) -> None:
    for vendor in VENDORS:
        for size in CITIES:
            city = bench.city(size, vendor)
            built = city.ask("agendas", each=bench.sizes.agenda_each)
            bench.run.keep(GROUP, f"{size}: built", vendor, **built)
            bench.say(f"{built['times']} keren in {built['seconds'] + built['rows_seconds']:.0f} s")
            places = city.ask("agenda_places")
            for name in (*PAGES, CALENDAR):
                for _round in range(bench.sizes.rounds):
                    cold = city.ask("agenda_cold", address=places[name])
                    again = city.ask_keeping("agenda_again", address=places[name])
                    bench.run.keep(GROUP, f"{size}: {name}", vendor, **cold, status=again["status"])


def rows(run: Run) -> list[Row]:
    found = [
        row(
            f"{title}: vragen bij een eerste bezoek",
            lambda n=name: _worst(run, f"agenda_groot: {n}", "queries"),
            AtMost(most),
            note=lambda n=name: _elsewhere(run, n),
        )
        for name, (title, most) in PAGES.items()
    ]
    for vendor in VENDORS:
        for name in ("list of the city", "month of the city"):
            found.append(
                row(
                    f"{PAGES[name][0]}, {vendor}: groot tegenover klein",
                    lambda n=name, v=vendor: run.ratio(
                        GROUP, f"agenda_groot: {n}", f"agenda_klein: {n}", "cpu_ms", v
                    ),
                    AtMost(1.5),
                    "×",
                    lambda n=name, v=vendor: _times(run, n, v),
                )
            )
        found.append(
            row(
                f"kalender van een wijk, {vendor}: eerste keer",
                lambda v=vendor: run.median(GROUP, f"agenda_groot: {CALENDAR}", "wall_ms", v),
                AtMost(500),
                "ms",
                lambda v=vendor: (
                    f"{run.median(GROUP, f'agenda_groot: {CALENDAR}', 'bytes', v) / 1000:.0f} KB; "
                    f"daarna antwoord "
                    f"{run.median(GROUP, f'agenda_groot: {CALENDAR}', 'status', v):.0f}"
                ),
            )
        )
    return found


def _worst(run: Run, what: str, number: str) -> float:
    return max(run.median(GROUP, what, number, vendor) for vendor in VENDORS)


def _elsewhere(run: Run, name: str) -> str:
    return f"in de kleine stad {_worst(run, f'agenda_klein: {name}', 'queries'):.0f}"


def _times(run: Run, name: str, vendor: str) -> str:
    small, large = (run.median(GROUP, f"{city}: {name}", "cpu_ms", vendor) for city in CITIES)
    return f"{small:.0f} → {large:.0f} ms"
