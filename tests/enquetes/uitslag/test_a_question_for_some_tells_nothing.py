"""A question that only some were asked does not undo what another one hides."""

from __future__ import annotations

from typing import Any

import pytest

from enquetes.uitslag.onthulling.choosing import Chooser, Keuze
from enquetes.uitslag.tabellen import tabellen
from enquetes.uitslag.teller import Teller
from enquetes.vragen import Optie, Regel, Vraag

DOGS = Vraag("hond", "keuze", "Hond?", opties=(Optie("ja", "Ja"), Optie("nee", "Nee")))
HOW_MANY = Vraag("hoeveel", "keuze", "Hoeveel?", opties=(Optie("1", "1"), Optie("2", "2")))
IF_DOG = {"hoeveel": [Regel("hond", "is", ("ja",))]}


def chosen(with_dog: int, without: int, rules: dict[str, list[Regel]] = IF_DOG) -> Keuze:
    people: list[dict[str, Any]] = [
        {"hond": "ja", "hoeveel": "1" if at % 2 else "2"} for at in range(with_dog)
    ]
    people += [{"hond": "nee"}] * without
    teller = Teller([DOGS, HOW_MANY])
    for one in people:
        teller.count("web", one)
    tally = teller.tally()
    return Chooser(tally, tabellen([DOGS, HOW_MANY], []), rules, 5).choose()


def test_it_is_shown_when_nothing_is_hidden() -> None:
    assert chosen(100, 100).zicht["hoeveel"].full


def test_it_is_not_shown_when_its_number_tells_how_many_said_no() -> None:
    keuze = chosen(100, 3)
    assert keuze.zicht["hond"].hidden == {"ja", "nee"}
    assert keuze.zicht["hoeveel"].reden == "verraadt"


def test_without_its_condition_it_would_have_been_shown() -> None:
    assert chosen(100, 3, {}).zicht["hoeveel"].full


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (Regel("hond", "is", ("ja",)), True),
        (Regel("hond", "is_niet", ("nee",)), True),
        (Regel("hond", "is", ("ja", "nee")), False),
        (Regel("hond", "beantwoord"), False),
    ],
)
def test_only_a_part_of_what_is_hidden_tells_something(rule: Regel, told: bool) -> None:
    keuze = chosen(100, 3, {"hoeveel": [rule]})
    assert (keuze.zicht["hoeveel"].reden == "verraadt") is told


@pytest.mark.parametrize(("waarde", "told"), [("4", True), ("1", False), ("veel", False)])
def test_a_figure_of_a_scale_can_be_the_condition(waarde: str, told: bool) -> None:
    mark = Vraag("cijfer", "schaal", "Cijfer?", maximum=5)
    teller = Teller([mark, HOW_MANY])
    for at in range(103):
        given: dict[str, Any] = {"cijfer": 5 if at < 50 else 4 if at < 53 else at % 3 + 1}
        teller.count("web", given | {"hoeveel": "1" if at % 2 else "2"})
    rules = {"hoeveel": [Regel("cijfer", "minstens", (waarde,))]}
    keuze = Chooser(teller.tally(), tabellen([mark, HOW_MANY], []), rules, 5).choose()
    assert "4" in keuze.zicht["cijfer"].hidden
    assert (keuze.zicht["hoeveel"].reden == "verraadt") is told
