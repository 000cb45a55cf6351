"""Words that are everywhere, rare, nowhere and misspelt, in fifty thousand pages."""

from __future__ import annotations

from tests.bench.bench import VENDORS, Bench
from tests.bench.rows import AtLeast, AtMost, Row, row
from tests.bench.samples import Run

GROUP = "search"
TITLE = "Zoeken in de grote stad"
HOW = (
    "De tijd van de database: elke vraag van het scherm nog vijf keer gesteld, de rijen opgehaald, "
    "het midden. Ernaast de kale vraag aan een index met alleen de woorden, voor deze meting "
    "gemaakt (FTS5 met `ORDER BY rank LIMIT 20`; GIN, de beste van de nieuwste 500). De verhouding "
    "telt alleen voor het gewone woord: de andere kale vragen duren korter dan een milliseconde."
)
WORDS = {
    "gewoon": ("speeltuin", "gewoon woord"),
    "zeldzaam": ("molenpolder", "zeldzaam woord"),
    "geen": ("zwaluwnest", "woord dat nergens staat"),
    "fout": ("speletuin", "woord met een tikfout"),
}


def measure(bench: Bench) -> None:
    for vendor in VENDORS:
        city = bench.city("groot", vendor)
        city.ask("bare_index")
        for _round in range(bench.sizes.rounds):
            for name, (word, _title) in WORDS.items():
                for what, job in ((name, "search"), (f"kaal: {name}", "bare")):
                    told = city.ask(job, word=word)
                    numbers = {key: value for key, value in told.items() if key != "server_cpu_ms"}
                    bench.run.keep(GROUP, what, vendor, **numbers)


def rows(run: Run) -> list[Row]:
    found = []
    for vendor in VENDORS:
        for name, (_word, title) in WORDS.items():
            found.append(
                row(
                    f"{title}, {vendor}: tijd van de database",
                    lambda n=name, v=vendor: run.median(GROUP, n, "db_ms", v),
                    AtMost(100),
                    "ms",
                    lambda n=name, v=vendor: (
                        f"{run.median(GROUP, n, 'found', v):.0f} op de eerste bladzijde, kaal "
                        f"{run.median(GROUP, f'kaal: {n}', 'db_ms', v):.1f} ms"
                    ),
                )
            )
        found.append(
            row(
                f"gewoon woord, {vendor}: tegenover de kale vraag",
                lambda v=vendor: run.ratio(GROUP, "gewoon", "kaal: gewoon", "db_ms", v),
                AtMost(1.5),
                "×",
            )
        )
        found.append(
            row(
                f"{vendor}: vragen, het hoogste van de vier woorden",
                lambda v=vendor: max(run.median(GROUP, name, "queries", v) for name in WORDS),
                AtMost(8),
            )
        )
        found.append(
            row(
                f"woord met een tikfout, {vendor}: toch iets gevonden",
                lambda v=vendor: run.median(GROUP, "fout", "found", v),
                AtLeast(1),
            )
        )
        found.append(
            row(
                f"{vendor}: schrijven bij het zoeken",
                lambda v=vendor: max(run.median(GROUP, name, "writes", v) for name in WORDS),
                AtMost(0),
            )
        )
    return found
