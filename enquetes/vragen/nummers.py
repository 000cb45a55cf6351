"""The numbers of the questions: the same on screen, on paper and where paper is typed in."""

from __future__ import annotations

from collections.abc import Mapping

from enquetes.vragen.lijst import Vragenlijst


def nummers(vragenlijst: Vragenlijst) -> Mapping[str, int]:
    """The number of each question by its id; what only explains something has none.

    Hidden questions count too: a number never depends on what somebody answered.
    """
    return {vraag.id: number for number, vraag in enumerate(vragenlijst.vragen(), start=1)}
