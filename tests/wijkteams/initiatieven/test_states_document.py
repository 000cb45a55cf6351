"""What docs/beheer/initiatieven.md says of the states is what the code allows."""

from __future__ import annotations

import re
from pathlib import Path

from wijkteams.initiatieven.models import Staat
from wijkteams.initiatieven.staten import MOVES

DOCUMENT = Path(__file__).resolve().parents[3] / "docs/beheer/initiatieven.md"
TABLE = re.compile(r"(?<=<!-- begin staten -->\n).*?(?=<!-- einde staten -->)", re.DOTALL)


def test_the_table_of_states_is_that_of_the_code() -> None:
    lines = ["| Staat | Mag daarna naar |", "|---|---|"]
    for staat in Staat:
        onto = ", ".join(str(Staat(one).label) for one in MOVES[staat])
        lines.append(f"| {staat.label} | {onto} |")
    found = TABLE.search(DOCUMENT.read_text())

    assert found is not None
    assert found.group().splitlines() == lines


def test_every_state_stands_in_the_picture() -> None:
    picture = DOCUMENT.read_text().split("```mermaid")[1].split("```")[0]

    assert [staat.label for staat in Staat if str(staat.label) not in picture] == []
