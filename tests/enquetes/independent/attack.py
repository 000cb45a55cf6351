"""Tries to find a hidden number from the published ones: all filters, added and subtracted.

For each question and each two ways to split, what nobody may know is written as an unknown: how
many gave an answer and stand in a part of one split and a part of the other. Every published
figure is then an equation. A hidden number is found when some sum of equations gives it
(elimination modulo a prime), or when nothing but one number is possible for it (bounds).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from tests.enquetes.independent.equations import PRIME, Equations, Sum, bounds
from tests.enquetes.independent.files import Question
from tests.enquetes.independent.recompute import Figure, Survey

NOBODY = "_geen_antwoord"


@dataclass
class Splits:
    """Two questions by which is split, and the parts that they make."""

    keys: tuple[str, ...]
    parts: list[list[str]]

    def cells(self, chosen: dict[str, str]) -> list[tuple[str, str]]:
        """The combinations of parts that a filter leaves."""
        lists = [
            [chosen[key]] if key in chosen else parts
            for key, parts in zip(self.keys, self.parts, strict=True)
        ]
        lists += [[""]] * (2 - len(lists))
        return [(one, other) for one in lists[0] for other in lists[1]]


@dataclass(frozen=True)
class Table:
    """A question, or a row of one, of which figures are published."""

    vraag: str
    rij: str
    answers: tuple[str, ...]
    many: bool
    "More than one answer may be given: they do not add up to those who answered."

    @property
    def name(self) -> str:
        return f"{self.vraag}/{self.rij}"


def found(survey: Survey, figures: list[Figure], threshold: int) -> Iterator[str]:
    """Every hidden number that can be worked out; none is right."""
    tables = _tables(survey, figures)
    keys = sorted(
        {one.partition("=")[0] for f in figures for one in f["filter_id"].split("&") if one}
    )
    pairs = list(combinations(keys, 2)) or [tuple(keys)]
    for pair in pairs:
        splits = Splits(pair, [_parts(survey, key) for key in pair])
        for table in tables:
            yield from _attack(survey, figures, splits, table, threshold)


def _attack(
    survey: Survey, figures: list[Figure], splits: Splits, table: Table, threshold: int
) -> Iterator[str]:
    equations = Equations()
    for terms, value in _known(figures, splits, table):
        equations.learn(terms, value)
    pinned = bounds(equations.plain)
    for chosen in _filters(splits):
        rows = survey.part("&".join(f"{key}={part}" for key, part in chosen.items()))
        question = survey.questions[table.vraag, table.rij]
        for answer in table.answers:
            number = sum(answer in question.answers(row) for row in rows)
            if number >= threshold or _is_published(figures, chosen, table, answer):
                continue
            terms = _terms(splits, chosen, table.name, [answer])
            if equations.gives(terms) or all(key in pinned for key in terms):
                yield f"{table.vraag} {answer} {chosen}: {number}"


def _known(figures: list[Figure], splits: Splits, table: Table) -> Iterator[tuple[Sum, int]]:
    """The published figures about this table and these splits."""
    for figure in figures:
        chosen = _chosen(figure["filter_id"])
        if figure["waarde"] == "" or not set(chosen) <= set(splits.keys):
            continue
        value = float(figure["waarde"])
        if figure["maat"] == "mensen":
            yield _terms(splits, chosen, "", [""]), int(value)
        mine = (figure["vraag_id"], figure["rij_id"]) == (table.vraag, table.rij)
        if mine and figure["maat"] == "aantal":
            yield _terms(splits, chosen, table.name, [figure["antwoord_id"]]), int(value)
        if mine and figure["maat"] == "beantwoord":
            yield _terms(splits, chosen, table.name, [NOBODY], minus=True), int(value)
        if figure["vraag_id"] in splits.keys and figure["maat"] == "aantal":
            here = chosen | {figure["vraag_id"]: figure["antwoord_id"]}
            consistent = chosen.get(figure["vraag_id"], figure["antwoord_id"])
            if consistent == figure["antwoord_id"]:
                yield _terms(splits, here, "", [""]), int(value)
    yield from _whole(splits, table)


def _whole(splits: Splits, table: Table) -> Iterator[tuple[Sum, int]]:
    """Everybody in a part gave one of the answers, or none; unless many may be given."""
    if table.many:
        return
    for one, other in splits.cells({}):
        terms: Sum = {(table.name, key, one, other): 1 for key in (*table.answers, NOBODY)}
        terms[("", "", one, other)] = PRIME - 1
        yield terms, 0


def _terms(
    splits: Splits, chosen: dict[str, str], name: str, answers: list[str], *, minus: bool = False
) -> Sum:
    """A figure as a sum of unknowns; `minus`: everybody but those."""
    terms: Sum = defaultdict(int)
    for one, other in splits.cells(chosen):
        if minus:
            terms["", "", one, other] += 1
        for answer in answers:
            terms[name, answer, one, other] += PRIME - 1 if minus else 1
    return dict(terms)


def _tables(survey: Survey, figures: list[Figure]) -> list[Table]:
    answers: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for figure in figures:
        if figure["maat"] == "aantal":
            answers[figure["vraag_id"], figure["rij_id"]][figure["antwoord_id"]] = None
    made = []
    for (vraag, rij), given in answers.items():
        question = survey.questions[vraag, rij]
        many = question.kind == "Meer keuzes"
        made.append(Table(vraag, rij, _all(survey, question, given), many))
    return made


def _all(survey: Survey, question: Question, given: dict[str, None]) -> tuple[str, ...]:
    """Also the answers that are not in the table: a square of the map with one point."""
    everything = dict(given)
    for row in survey.rows:
        everything.update(dict.fromkeys(sorted(question.answers(row))))
    return tuple(everything)


def _parts(survey: Survey, key: str) -> list[str]:
    question = survey.questions[key, ""]
    known = {answer for row in survey.rows for answer in question.answers(row)}
    return [*sorted(known | (set(question.words) - {"_onleesbaar"})), NOBODY]


def _filters(splits: Splits) -> Iterator[dict[str, str]]:
    lists = [[None, *(part for part in parts if part != NOBODY)] for parts in splits.parts]
    lists += [[None]] * (2 - len(lists))
    for one in lists[0]:
        for other in lists[1]:
            pairs = zip(splits.keys, (one, other), strict=False)
            yield {key: part for key, part in pairs if part is not None}


def _chosen(filter_id: str) -> dict[str, str]:
    return dict(one.split("=", 1) for one in filter_id.split("&") if one)


def _is_published(figures: list[Figure], chosen: dict[str, str], table: Table, answer: str) -> bool:
    return any(
        figure["maat"] == "aantal"
        and figure["waarde"]
        and (figure["vraag_id"], figure["rij_id"]) == (table.vraag, table.rij)
        and figure["antwoord_id"] == answer
        and _chosen(figure["filter_id"]) == chosen
        for figure in figures
    )
