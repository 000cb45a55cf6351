"""The report for people, made of samples alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from tests.bench.groups import GROUPS
from tests.bench.processes import ROOT
from tests.bench.rows import Row, number
from tests.bench.samples import NotMeasuredError, Run

DOCUMENT = ROOT / "docs/beheer/prestaties.md"
OWN_WORDS = "## Toelichting"
HEAD = """# Prestaties

`make bench` meet hoe snel de site is en schrijft dit blad. Alleen onder *Toelichting* schrijven mensen; dat blijft staan.

Tijden zeggen weinig op een machine waar meer op draait. Wat telt: verhoudingen binnen één meting, waarin alles om en om aan de beurt komt; processortijd per verzoek van alle processen van een server samen; vragen aan de database; bytes. Elk antwoord dat niet is wat gevraagd was, maakt de regel ongeldig.

"""  # noqa: E501
TAIL = """## Wat er nog niet is
De doelen voor enquête en pdf worden gemeten zodra die er zijn.

## Zelf meten
`make bench` duurt twintig tot vijfentwintig minuten op twee kernen. Nodig van Debian: `apt-get install nginx-light wrk chromium postfix` (van Postfix alleen `smtp-sink`; zijn dienst hoeft niet te draaien), en npm voor Lighthouse. PostgreSQL komt vanzelf mee. Zonder wrk gebruikt het programma een eigen, tragere klant; zonder nginx stopt het. `ARGS="--only warm,search"` meet een deel, `ARGS="--quick"` probeert alleen of alles werkt; die twee laten dit blad staan. De losse metingen staan in `var/bench/`, en `ARGS="--report var/bench/….json"` maakt daar dit blad opnieuw van.

"""  # noqa: E501
COLUMNS = "| wat | doel | gemeten | | erbij |\n|---|---:|---:|---|---|\n"
LOAD = (
    "| waarvan | waar | per seconde | midden, ms | 99 %, ms | processortijd, ms |\n"
    "|---|---|---:|---:|---:|---:|\n"
)


def render(run: Run, names: Iterable[str], own_words: str = "") -> str:
    """The whole. Stops with NoReferenceError when a ratio lacks what it is compared with."""
    tables = {name: GROUPS[name].rows(run) for name in names}
    parts = [HEAD, _about(run), _missed(tables)]
    for name, rows in tables.items():
        parts.append(f"## {GROUPS[name].title}\n{GROUPS[name].how}\n\n{_table(rows)}\n")
    parts += [_slices(run, tables), TAIL, own_words or f"{OWN_WORDS}\nNog niets.\n"]
    return "".join(parts)


def own_words(document: Path = DOCUMENT) -> str:
    """What people wrote in the report of last time."""
    text = document.read_text() if document.exists() else ""
    _before, mark, after = text.partition(f"\n{OWN_WORDS}\n")
    return f"{OWN_WORDS}\n{after}" if mark else ""


def _about(run: Run) -> str:
    about = run.about
    day = datetime.fromisoformat(about["began"]).strftime("%d-%m-%Y %H:%M")
    known = dict(about.get("machine", {}))
    machine, system = known.pop("machine", ""), known.pop("system", "")
    databases = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
    known |= {databases.get(name, name): text for name, text in about.get("versions", {}).items()}
    versions = [f"{name} {text}" for name, text in known.items() if text]
    busy = about.get("load", "")
    return (
        f"Gemeten op {day} (UTC), versie {about.get('commit', '?')}, in "
        f"{about.get('minutes', 0):.0f} minuten. Machine: {machine}, {system}. "
        f"{', '.join(versions)}. Belasting gemaakt door: {about.get('tool', '?')}."
        + (f" De machine was bezig met ander werk toen het begon ({busy})." if busy else "")
        + "\n\n"
    )


def _missed(tables: dict[str, list[Row]]) -> str:
    rows = [row for found in tables.values() for row in found if row.target]
    missed = [row for row in rows if row.verdict != "gehaald"]
    text = f"**{len(rows) - len(missed)} van {len(rows)} doelen gehaald.**\n\n"
    return text + (f"## Gemist\n{_table(missed)}\n" if missed else "")


def _table(rows: Iterable[Row]) -> str:
    return COLUMNS + "".join(_line(row) for row in rows)


def _line(row: Row) -> str:
    target = f"{row.target.sign} {number(row.target.limit, row.unit)}" if row.target else ""
    note = " ".join(row.note.split()).replace("|", "/")
    cells = (row.job, target, number(row.value, row.unit), row.verdict, note)
    return "| " + " | ".join(cells) + " |\n"


def _slices(run: Run, names: Iterable[str]) -> str:
    """The load in full: medians of the rounds."""
    lines = []
    for group in names:
        for what in run.names(group):
            for where in run.places(group):
                try:
                    found = [
                        number(run.median(group, what, name, where))
                        for name in ("rps", "p50", "p99", "cpu_ms")
                    ]
                except NotMeasuredError:
                    continue
                lines.append(f"| {what} | {where} | " + " | ".join(found) + " |\n")
    return (
        f"## Alle plakjes\nHet midden van de rondes.\n\n{LOAD}{''.join(lines)}\n" if lines else ""
    )
