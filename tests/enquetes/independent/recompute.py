"""Reckons every published figure again from the export, and tells which differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.enquetes.independent.files import Question, Questions

CHANNELS = {
    "web": "Website",
    "mail": "E-mail",
    "papier": "Papier",
    "telefoon": "Telefoon",
    "deur": "Aan de deur",
    "spreekuur": "Spreekuur",
    "import": "Bestaande lijst",
}
Row = dict[str, str]
Figure = dict[str, str]


@dataclass
class Survey:
    """The export and its code book."""

    rows: list[Row]
    questions: Questions

    def part(self, filter_id: str) -> list[Row]:
        """The people that a filter leaves, such as 'question=answer&question=answer'."""
        left = self.rows
        for one in filter_id.split("&") if filter_id else ():
            vraag, _is, answer = one.partition("=")
            question = self.questions[vraag, ""]
            left = [row for row in left if answer in question.answers(row)]
        return left


def differences(survey: Survey, figures: list[Figure]) -> Iterator[str]:
    """Every published figure that is not what the export says; none is right."""
    parts: dict[str, list[Row]] = {}
    for figure in figures:
        if figure["waarde"] == "":
            continue
        key = figure["filter_id"]
        rows = parts.setdefault(key, survey.part(key))
        ours = reckon(survey, rows, figure, figures)
        if abs(ours - float(figure["waarde"])) > 1e-9:
            yield f"{figure}: {ours}"


def reckon(survey: Survey, rows: list[Row], figure: Figure, figures: list[Figure]) -> float:
    """One figure, from the answers themselves."""
    maat, answer = figure["maat"], figure["antwoord_id"]
    if maat == "mensen":
        return len(rows)
    if maat == "kanaal":
        return sum(row["kanaal"] == CHANNELS[answer] for row in rows)
    question = survey.questions[figure["vraag_id"], figure["rij_id"]]
    given = [found for row in rows if (found := question.answers(row))]
    match maat:
        case "beantwoord":
            return len(given)
        case "aantal":
            return sum(answer in found for found in given)
        case "procent":
            return round(100 * sum(answer in found for found in given) / len(given), 1)
        case "gemiddelde":
            numbers = question.numbers(rows)
            return round(sum(numbers) / len(numbers), 1)
        case "plaats_gemiddeld":
            return _place(question, rows, answer)
        case "verborgen_samen":
            shown = shown_beside(figure, figures)
            return sum(not found & shown for found in given)
    raise ValueError(maat)


def shown_beside(figure: Figure, figures: list[Figure]) -> set[str]:
    """The answers with a number in the same line of the same table."""
    same = ("filter_id", "vraag_id", "rij_id")
    return {
        one["antwoord_id"]
        for one in figures
        if one["maat"] == "aantal" and one["waarde"] and all(one[k] == figure[k] for k in same)
    }


def _place(question: Question, rows: list[Row], answer: str) -> float:
    column = question.places[answer]
    places = [int(row[column]) for row in rows if row[column]]
    return round(sum(places) / len(places), 1)
