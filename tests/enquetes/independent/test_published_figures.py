"""A stranger reckons every published figure again, and tries to find the hidden ones (S9).

The stranger (`files`, `recompute`, `attack`) uses nothing of the site but what it downloads.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from core.exports.files import csv_lines
from enquetes.models import Enquete, Uitslag
from enquetes.uitslag.counting import recount
from enquetes.uitslag.publishing import publish
from enquetes.uitslag.renewing import renew
from enquetes.uitvoer.codebook import codebook_of
from tests.enquetes.independent.attack import found
from tests.enquetes.independent.crowd import random_survey
from tests.enquetes.independent.files import answers, questions, read
from tests.enquetes.independent.recompute import Survey, differences
from tests.enquetes.uitvoer.answering import close
from tests.enquetes.uitvoer.reading import made
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db
OURS = ("files", "equations", "recompute", "attack")
CROWDS = [(1, 12), (2, 40), (3, 90), (4, 200), (5, 60), (6, 120)]


def published(enquete: Enquete, joris: User) -> tuple[Survey, list[dict[str, str]]]:
    """What the team downloads, and what everybody does, once the results are known."""
    close(enquete)
    recount(enquete)
    renew(enquete)
    publish(enquete, [one["id"] for one in Uitslag.objects.get().cijfers["vragen"]])
    book = b"".join(csv_lines(codebook_of(enquete).lines())).decode()
    export = made(enquete, joris).file.read().decode()
    file: Any = Client().get(f"/enquete/{enquete.code}/cijfers.csv")
    assert file.status_code == 200
    return Survey(answers(export), questions(book)), read(b"".join(file).decode())


def test_it_uses_nothing_of_the_site() -> None:
    for name in OURS:
        tree = ast.parse((Path(__file__).parent / f"{name}.py").read_text())
        for node in ast.walk(tree):
            names = [node.module] if isinstance(node, ast.ImportFrom) else []
            names += [one.name for one in node.names] if isinstance(node, ast.Import) else []
            for one in names:
                assert not str(one).startswith(("enquetes", "core", "wijkteams", "django"))


@pytest.mark.parametrize(("seed", "people"), CROWDS)
def test_every_figure_is_right_and_no_hidden_one_is_found(
    haven: Wijk, joris: User, seed: int, people: int
) -> None:
    survey, figures = published(random_survey(haven, seed, people), joris)

    assert len(figures) > 20
    assert list(differences(survey, figures)) == []
    assert list(found(survey, figures, threshold=5)) == []


def test_a_wrong_figure_is_seen(haven: Wijk, joris: User) -> None:
    survey, figures = published(random_survey(haven, 3, 90), joris)
    right = next(one for one in figures if one["maat"] == "aantal" and one["waarde"])
    right["waarde"] = str(int(right["waarde"]) + 1)

    assert len(list(differences(survey, figures))) == 1


def test_a_hidden_number_beside_one_that_is_told_is_found(haven: Wijk, joris: User) -> None:
    """The stranger does find what is hidden badly: of two hidden numbers one is filled in."""
    survey, figures = published(random_survey(haven, 3, 90), joris)
    small = 0
    for line in hidden_lines(figures):
        counts = {id(one): true_number(survey, one) for one in line}
        line.sort(key=lambda one: counts[id(one)])
        small += counts[id(line[0])] < 5
        for one in line[1:]:
            one["waarde"] = str(counts[id(one)])

    assert small
    assert len(list(found(survey, figures, threshold=5))) >= small


def test_a_hidden_part_beside_the_others_is_found(haven: Wijk, joris: User) -> None:
    """And it does subtract filters: all parts of a split but one small one are told."""
    survey, figures = published(random_survey(haven, 4, 200), joris)
    splitser = next(one["filter_id"] for one in figures if one["filter_id"]).partition("=")[0]
    question = survey.questions[splitser, ""]
    everything = [one for one in figures if not one["filter_id"] and one["maat"] == "aantal"]
    for one in everything:
        one["waarde"] = str(true_number(survey, one))
    parts = sorted(question.words, key=lambda key: len(survey.part(f"{splitser}={key}")))
    parts = [key for key in parts if survey.part(f"{splitser}={key}")]
    for part in parts[1:]:
        for one in everything:
            told = {**one, "filter_id": f"{splitser}={part}"}
            figures.append({**told, "waarde": str(true_number(survey, told))})

    assert list(found(survey, figures, threshold=5))


def hidden_lines(figures: list[dict[str, str]]) -> list[list[dict[str, str]]]:
    """The hidden cells of everybody, line by line."""
    lines: dict[tuple[str, str], list[dict[str, str]]] = {}
    for one in figures:
        if one["maat"] == "aantal" and not one["waarde"] and not one["filter_id"]:
            lines.setdefault((one["vraag_id"], one["rij_id"]), []).append(one)
    return list(lines.values())


def true_number(survey: Survey, one: dict[str, str]) -> int:
    """What a cell hides."""
    question = survey.questions[one["vraag_id"], one["rij_id"]]
    rows = survey.part(one["filter_id"])
    return sum(one["antwoord_id"] in question.answers(row) for row in rows)
