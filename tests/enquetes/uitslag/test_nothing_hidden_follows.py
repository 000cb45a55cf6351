"""Whatever people answer, no hidden number can be worked out of those that are shown (S9)."""

from __future__ import annotations

import random
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from enquetes.uitslag.making import Maker
from enquetes.uitslag.onthulling.choosing import Chooser
from enquetes.uitslag.tabellen import tabellen
from enquetes.uitslag.teller import Teller
from enquetes.vragen import Optie, Vraag
from tests.enquetes.uitslag.attack import LEEG, World, recovered, small_shown


def question(key: str, soort: str, *cells: str, split: bool = False) -> Vraag:
    opties = tuple(Optie(cell, cell) for cell in cells)
    return Vraag(key, soort, key, opties=opties, uitsplitsen=split)


def figures(vragen: list[Vraag], people: list[dict[str, Any]]) -> dict[str, Any]:
    teller = Teller(vragen)
    for one in people:
        teller.count("web", one)
    tally = teller.tally()
    tables = tabellen(vragen, [])
    return Maker(tally, tables, Chooser(tally, tables, {}, 5).choose(), 5).make()


def crowd(seed: int, number: int, vragen: list[Vraag], gaps: float) -> list[dict[str, Any]]:
    """People of whom some answers are rare and some do not answer."""
    chance = random.Random(seed)
    people = []
    weights = {
        vraag.id: [chance.choice([1, 3, 10, 60]) for _one in vraag.opties] for vraag in vragen
    }
    for _one in range(number):
        answers: dict[str, Any] = {}
        for vraag in vragen:
            if chance.random() < gaps:
                continue
            keys = [optie.id for optie in vraag.opties]
            chosen = chance.choices(keys, weights[vraag.id])[0]
            answers[vraag.id] = (
                sorted({chosen, chance.choice(keys)}) if vraag.soort == "keuzes" else chosen
            )
        people.append(answers)
    return people


CROWDS = {
    "seed": st.integers(0, 10**9),
    "number": st.sampled_from([12, 60, 150, 400, 1500]),
    "gaps": st.sampled_from([0, 0.02, 0.2]),
    "soort": st.sampled_from(["keuze", "keuzes"]),
    "sizes": st.tuples(st.integers(2, 5), st.integers(2, 5), st.integers(2, 5)),
}


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(**CROWDS)
def test_no_cell_that_is_not_shown_follows_from_those_that_are(
    seed: int, number: int, gaps: float, soort: str, sizes: tuple[int, int, int]
) -> None:
    cells, ages, places = (
        [f"{letter}{at}" for at in range(size)] for letter, size in zip("cap", sizes, strict=True)
    )
    vragen = [
        question("q", soort, *cells),
        question("age", "keuze", *ages, split=True),
        question("place", "keuze", *places, split=True),
    ]
    people = crowd(seed, number, vragen, gaps)
    made = figures(vragen, people)
    parts = {
        key: [*values, LEEG] if any(key not in one for one in people) else values
        for key, values in (("age", ages), ("place", places))
    }
    world = World("q", cells, parts, many=soort == "keuzes")
    assert recovered(made, world) == []
    assert small_shown(made) == []


def small_ward(number: int, gaps: float = 0.02) -> tuple[list[Vraag], list[dict[str, Any]]]:
    vragen = [
        question("q", "keuze", "ja", "nee", "soms", "nooit"),
        question("age", "keuze", "jong", "midden", "oud", split=True),
        question("place", "keuze", "noord", "zuid", "oost", "west", split=True),
    ]
    return vragen, crowd(7, number, vragen, gaps)


WORLD = World(
    "q",
    ["ja", "nee", "soms", "nooit"],
    {
        "age": ["jong", "midden", "oud", LEEG],
        "place": ["noord", "zuid", "oost", "west", LEEG],
    },
)


def test_when_all_groups_are_large_all_may_be_seen() -> None:
    vragen, _people = small_ward(0)
    kinds = product(*([optie.id for optie in vraag.opties] for vraag in vragen))
    people = [
        dict(zip(("q", "age", "place"), kind, strict=True)) for kind in kinds for _one in range(10)
    ]
    made = figures(vragen, people)
    shown = [
        cell
        for group in made["gefilterd"].values()
        for figure in group["vragen"]
        for cell in figure["cellen"]
        if cell["aantal"] is not None
    ]
    assert [len(one["waarden"]) for one in made["filters"]] == [3, 4]
    assert len(shown) == 4 * (3 + 4 + 3 * 4)


def test_the_attack_finds_what_hiding_only_small_cells_leaves_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def only_small(cells: dict[str, int], drempel: int) -> set[str]:
        return {key for key, value in cells.items() if value < drempel}

    monkeypatch.setattr("enquetes.uitslag.onthulling.table.hidden_in_line", only_small)
    vragen = [question("q", "keuze", "ja", "nee", "soms")]
    people = [{"q": "ja"}] * 50 + [{"q": "nee"}] * 40 + [{"q": "soms"}] * 3
    found = recovered(figures(vragen, people), World("q", ["ja", "nee", "soms"], {}))
    assert found == [("soms", {})]


def test_the_attack_finds_a_part_that_is_left_out_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    vragen, people = small_ward(4000)
    made = figures(vragen, people)
    first = made["filters"][0]
    whole = {key for key in made["gefilterd"] if key.startswith(f"{first['id']}=")}
    assert recovered(made, WORLD) == []
    missing = [value for value in WORLD.parts[first["id"]] if f"{first['id']}={value}" not in whole]
    group = made["gefilterd"][f"{first['id']}={first['waarden'][0]['id']}"]
    for value in missing[1:]:
        made["gefilterd"][f"{first['id']}={value}"] = group
    assert any(where == {first["id"]: missing[0]} for _cell, where in recovered(made, WORLD))


@pytest.mark.parametrize("cells", [(200, 3), (40, 0), (5, 4, 90), (2, 1, 0, 30), (1, 1, 1, 60)])
def test_every_hidden_cell_of_a_line_may_be_many_numbers(cells: tuple[int, ...]) -> None:
    """By brute force: all lines of whole numbers that fit with what is shown."""
    keys = [f"c{at}" for at in range(len(cells))]
    people = [{"q": key} for key, number in zip(keys, cells, strict=True) for _one in range(number)]
    (figure,) = figures([question("q", "keuze", *keys)], people)["vragen"]
    hidden = [cell["id"] for cell in figure["cellen"] if cell["aantal"] is None]
    whole = figure["n"] - sum(cell["aantal"] or 0 for cell in figure["cellen"])
    ways = [way for way in product(range(whole + 1), repeat=len(hidden)) if sum(way) == whole]
    for at in range(len(hidden)):
        assert len({way[at] for way in ways}) >= 5


def test_one_respondent_tells_nothing() -> None:
    made = figures([question("q", "keuze", "ja", "nee")], [{"q": "ja"}])
    (figure,) = made["vragen"]
    assert (figure["n"], figure["cellen"], figure["reden"]) == (None, [], "te_weinig")
