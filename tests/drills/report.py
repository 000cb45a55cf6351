"""What the drills found, as a table for people."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

DOCUMENT = Path(__file__).resolve().parents[2] / "docs/beheer/drills.md"
HEAD = """# Oefeningen

`make drills` laat misgaan wat mis kan gaan, op een echte webserver met een echte worker, en telt wat er over is. Dit blad schrijft het programma zelf.

Wat waar is, bepaalt de oefening: wat haar eigen klanten als antwoord kregen en wat haar eigen mailserver ontving. Zij kijkt zelf in de tabellen en de bestanden.

"""  # noqa: E501
COLUMNS = "| oefening | database | kills | handelingen | kwijt | dubbel | seconden | gelukt | |\n"


@dataclass
class Result:
    """One drill on one database."""

    name: str
    seconds: float
    good: bool
    kills: int = 0
    writes: int = 0
    lost: int = 0
    double: int = 0
    note: str = ""
    database: str = ""

    def line(self) -> str:
        """As a row of the table."""
        cells = [
            self.name,
            self.database,
            *map(str, (self.kills, self.writes, self.lost, self.double)),
            f"{self.seconds:.0f}",
            "ja" if self.good else "**nee**",
            self.note,
        ]
        return "| " + " | ".join(cells) + " |\n"


def write(results: list[Result]) -> None:
    """Make the document anew. Drills that were not run now keep what they found last time."""
    machine = f"{os.cpu_count()} kernen, Python {platform.python_version()}, {platform.system()}"
    day = f"{datetime.now(UTC):%d-%m-%Y}"
    when = f"Laatst gedraaid op {day}: {machine}.\n\n"
    rule = "|---|---|---:|---:|---:|---:|---:|---|---|\n"
    lines = {**_found_before(), **{(r.name, r.database): r.line() for r in results}}
    in_order = sorted(lines, key=lambda found: found[1], reverse=True)
    table = COLUMNS + rule + "".join(lines[key] for key in in_order)
    DOCUMENT.write_text(HEAD + when + table + "\n" + LIMITS)


def _found_before() -> dict[tuple[str, str], str]:
    """The rows of the document, by drill and database."""
    found: dict[tuple[str, str], str] = {}
    for line in DOCUMENT.read_text().splitlines() if DOCUMENT.exists() else []:
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and len(cells) > 2 and cells[1] in {"sqlite", "postgresql"}:
            found[cells[0], cells[1]] = line + "\n"
    return found


LIMITS = """## Wat hier niet wordt bewezen
- Stroomuitval: de processen van de site sterven, de machine en de databaseserver niet. SQLite schrijft daarvoor met `synchronous=FULL`; PostgreSQL draait in de oefening zonder `fsync`.
- Een bezoeker die geen antwoord krijgt, weet niet of zijn handeling lukte. Die handelingen tellen niet als kwijt; wel is nagegaan dat ze nooit half of dubbel zijn.
- Is de database weg, dan blijft alleen leesbaar wat bewaard is: openbare pagina's die iemand vandaag al las, sinds de laatste wijziging. De rest is 503.
"""  # noqa: E501
