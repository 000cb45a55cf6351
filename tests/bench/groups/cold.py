"""A page that nobody kept: processor time beside a blank Wagtail, and in a large city."""

from __future__ import annotations

from tests.bench import load, references
from tests.bench.bench import VENDORS, Bench
from tests.bench.load import Target, place
from tests.bench.rows import AtMost, Row, row
from tests.bench.samples import Run
from tests.bench.sites import READER, City, never_kept

GROUP = "cold"
TITLE = "Een pagina die niemand bewaarde"
HOW = (
    "Plakjes om en om. Het adres draagt een vraag mee die niets betekent: dan maakt de site de "
    "pagina elke keer, zoals voor de eerste lezer. Ernaast de voorpagina van een lege site "
    "(`wagtail start`, instellingen voor productie) op dezelfde database. Klein is 2 wijken en 100 "
    "berichten, groot 1.001 wijken en 55.000 berichten. Processortijd van alle processen samen, "
    "die van PostgreSQL meegeteld."
)
PAGES = {
    "hub": "voorpagina van de stad",
    "ward": "voorpagina van een wijk",
    "news list of the hub": "nieuws van alle wijken",
    "news list of a ward": "nieuws van een wijk",
    "news item": "bericht",
    "search": "zoeken",
}
AGAINST_BLANK = ("hub", "ward", "news list of the hub")
BLANK = "lege site"
OFF = "bewaren uit"


def measure(bench: Bench) -> None:
    for vendor in VENDORS:
        targets = []
        cities = [bench.city(size, vendor) for size in ("klein", "groot")]
        for city in cities:
            targets += _targets(city, city.name, list(PAGES), cache=True)
        targets += _targets(cities[-1], OFF, list(AGAINST_BLANK), cache=False)
        blank = bench.keep_running(references.blank(bench.room, bench.database(vendor)))
        pids = (blank.pid, *bench.database(vendor).pids)
        targets.append(Target(BLANK, blank.port, "/", pids, vendor))
        load.interleave(
            bench.run, GROUP, targets, rounds=bench.sizes.rounds, seconds=bench.sizes.seconds,
            clients=(1,),
        )  # fmt: skip
        blank.stop()
        for city in cities:
            city.stop_servers()


def _targets(city: City, label: str, names: list[str], *, cache: bool) -> list[Target]:
    server, places = city.serve(cache=cache), city.ask("places")
    return [
        Target(
            f"{label}: {name}", server.port, never_kept(places[name]), city.pids(server),
            city.database.vendor, READER,
        )
        for name in names
    ]  # fmt: skip


def rows(run: Run) -> list[Row]:
    found = []
    for vendor in VENDORS:
        where = place(vendor, 1)
        for name in AGAINST_BLANK:
            found.append(
                row(
                    f"{PAGES[name]}, {vendor}: processortijd tegenover een lege site",
                    lambda n=name, w=where: run.ratio(GROUP, f"groot: {n}", BLANK, "cpu_ms", w),
                    AtMost(2),
                    "×",
                    lambda n=name, w=where: _beside_blank(run, n, w),
                )
            )
    for vendor in VENDORS:
        where = place(vendor, 1)
        for name, title in PAGES.items():
            found.append(
                row(
                    f"{title}, {vendor}: groot tegenover klein",
                    lambda n=name, w=where: run.ratio(
                        GROUP, f"groot: {n}", f"klein: {n}", "cpu_ms", w
                    ),
                    AtMost(1.25),
                    "×",
                    lambda n=name, w=where: (
                        f"{run.median(GROUP, f'klein: {n}', 'cpu_ms', w):.1f} → "
                        f"{run.median(GROUP, f'groot: {n}', 'cpu_ms', w):.1f} ms"
                    ),
                )
            )
    return found


def _beside_blank(run: Run, name: str, where: str) -> str:
    ours, blank, off = (
        run.median(GROUP, what, "cpu_ms", where)
        for what in (f"groot: {name}", BLANK, f"{OFF}: {name}")
    )
    return f"{ours:.1f} tegen {blank:.1f} ms; met het bewaren van pagina's uit {off:.1f} ms"
