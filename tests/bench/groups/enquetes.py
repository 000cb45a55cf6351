"""Surveys: sixteen people at once, a page of sixty questions, a hundred thousand answers."""

from __future__ import annotations

from tests.bench import inserting
from tests.bench.bench import VENDORS, Bench
from tests.bench.client import percentile
from tests.bench.machine import cpu_seconds
from tests.bench.residents import CLIENTS, crowd
from tests.bench.rows import AtMost, Row, row
from tests.bench.samples import Run
from tests.bench.sites import READER, City

GROUP = "enquetes"
TITLE = "Enquêtes"
HOW = (
    "Zestien mensen vullen op hetzelfde moment een enquête van zes bladzijden in, van ‘Begin’ tot "
    "‘Bedankt’, elk in een eigen proces, zonder na te denken en met alle pagina's ertussen. De "
    "site is ingesteld als een echte, en PostgreSQL bewaart wat het zegt te bewaren. Ter "
    "vergelijking ‘kaal wegschrijven’: zestien programma's die tegelijk rijen van evenveel bytes "
    "bewaren. Ernaast een enquête van veertig vragen met heel veel antwoorden: tellen, de pagina "
    "met de uitslag, en alle antwoorden als bestand."
)
LONG, RESULTS, COUNT, CLIENT = "zestig vragen", "uitslag", "tellen", "insturen"
BARE = "kaal wegschrijven"
FILES = ("csv", "xlsx")
QUESTIONS = 40
LIMIT = {"sqlite": 1000, "postgresql": 300}
"Of sending, ms at p99: what was promised for each."


def measure(bench: Bench) -> None:
    for vendor in VENDORS:
        city = bench.city("klein", vendor)
        answers = bench.sizes.survey_answers
        built = city.ask("survey_build", questions=QUESTIONS, answers=answers)
        bench.say(f"{answers} antwoorden op {vendor} in {built['seconds']:.0f} s")
        for _round in range(bench.sizes.rounds):
            bench.run.keep(GROUP, LONG, vendor, **city.ask("survey_page"))
        bench.run.keep(GROUP, COUNT, vendor, **city.ask("survey_count"))
        for _round in range(bench.sizes.rounds):
            bench.run.keep(GROUP, RESULTS, vendor, **city.ask("survey_results"))
        for soort in FILES:
            bench.run.keep(GROUP, soort, vendor, **city.ask("survey_export", soort=soort))
        _crowds(bench, city, f"/enquete/{built['code']}/")


def _crowds(bench: Bench, city: City, path: str) -> None:
    """Who fills in, and beside it what storing alone takes; both on a database that keeps it."""
    vendor, each = city.database.vendor, bench.sizes.survey_each
    city.database.promise(kept=True)
    server = city.serve(cache=True)
    crowd(server.port, path, dict(READER), 1)  # as a site that is at work
    before = int(city.ask("survey_posted")["answers"])
    used = cpu_seconds(*city.pids(server))
    found = crowd(server.port, path, dict(READER), each)
    found["cpu_ms"] = (cpu_seconds(*city.pids(server)) - used) * 1000 / max(found["sent"], 1)
    city.stop_servers()
    posted = city.ask("survey_posted")
    _keep(bench, vendor, found, int(posted["answers"]) - before)
    spent = inserting.crowd(city, int(posted["size"]), each)["spent"]
    city.database.promise(kept=False)
    bench.run.keep(GROUP, BARE, vendor, p99=percentile(spent, 0.99), p50=percentile(spent, 0.5))


def _keep(bench: Bench, vendor: str, found: dict, answers: int) -> None:  # type: ignore[type-arg]
    wanted = CLIENTS * bench.sizes.survey_each
    sending = [spent for kind, spent in found["spent"] if kind == "send"]
    every = [spent for _kind, spent in found["spent"]]
    bench.run.keep(
        GROUP,
        CLIENT,
        vendor,
        lost=float(wanted - answers),
        wrong=float(found["wrong"]),
        p99=percentile(sending, 0.99),
        p50=percentile(sending, 0.5),
        all_p99=percentile(every, 0.99),
        sent=float(found["sent"]),
        per_second=found["sent"] / found["seconds"],
        cpu_ms=found["cpu_ms"],
    )


def rows(run: Run) -> list[Row]:
    found = []
    for vendor in VENDORS:
        found += [*_people(run, vendor), *_pages(run, vendor), *_files(run, vendor)]
    return found


def _people(run: Run, vendor: str) -> list[Row]:
    def number(name: str) -> float:
        return run.median(GROUP, CLIENT, name, vendor)

    def bare(name: str) -> float:
        return run.median(GROUP, BARE, name, vendor)

    return [
        row(
            f"{CLIENTS} mensen tegelijk, {vendor}: fout of kwijt",
            lambda: number("lost") + number("wrong"),
            AtMost(0),
            note=lambda: (
                f"{number('sent'):.0f} ingevuld, {number('per_second'):.1f} per seconde; "
                f"processortijd per enquête {number('cpu_ms'):.0f} ms"
            ),
        ),
        row(
            f"{CLIENTS} mensen tegelijk, {vendor}: insturen, p99",
            lambda: number("p99"),
            AtMost(LIMIT[vendor]),
            "ms",
            lambda: (
                f"helft binnen {number('p50'):.0f} ms; alle pagina's {number('all_p99'):.0f}; "
                f"kaal wegschrijven {bare('p99'):.0f}, helft binnen {bare('p50'):.0f}"
            ),
        ),
    ]


def _pages(run: Run, vendor: str) -> list[Row]:
    return [
        row(
            f"enquête van 60 vragen, {vendor}: vragen aan de database",
            lambda: run.median(GROUP, LONG, "queries", vendor),
            AtMost(10),
            note=lambda: f"{run.median(GROUP, LONG, 'wall_ms', vendor):.0f} ms",
        ),
        row(
            f"uitslag van alle antwoorden, {vendor}: koud",
            lambda: run.median(GROUP, RESULTS, "wall_ms", vendor),
            AtMost(2000),
            "ms",
            lambda: (
                f"{run.median(GROUP, RESULTS, 'queries', vendor):.0f} vragen; alles opnieuw tellen "
                f"{run.median(GROUP, COUNT, 'wall_ms', vendor) / 1000:.0f} s"
            ),
        ),
    ]


def _files(run: Run, vendor: str) -> list[Row]:
    return [
        row(
            f"antwoorden als {soort}, {vendor}: geheugen groeit",
            lambda soort=soort: run.median(GROUP, soort, "grew", vendor),
            AtMost(200),
            "MB",
            lambda soort=soort: (
                f"{run.median(GROUP, soort, 'bytes', vendor) / 1e6:.0f} MB in "
                f"{run.median(GROUP, soort, 'wall_ms', vendor) / 1000:.0f} s"
            ),
        )
        for soort in FILES
    ]
