from __future__ import annotations

from dataclasses import replace

import pytest

from enquetes.vragen.duur import minutes, minutes_left, minutes_of_way, seconds_of
from enquetes.vragen.lijst import Optie, Regel, Soort, Stap, Voorwaarde, Vraag, Vragenlijst

OPEN = Vraag("v", Soort.LANG, "Wat zou u in de wijk willen veranderen?")


def of(*vragen: Vraag) -> Vragenlijst:
    return Vragenlijst((Stap("s", vragen=vragen),))


def test_a_poll_of_one_question_takes_a_minute() -> None:
    poll = Vraag("v", Soort.JA_NEE, "Wilt u een bankje bij de vijver?")

    assert minutes(of(poll)) == 1
    assert minutes(Vragenlijst()) == 1


def test_twenty_open_questions_take_more_than_ten_minutes() -> None:
    assert minutes(of(*(replace(OPEN, id=str(n)) for n in range(20)))) > 10


def test_what_only_some_see_counts_for_half() -> None:
    als = Voorwaarde((Regel("x"),))
    many = tuple(replace(OPEN, id=str(n)) for n in range(24))
    whole = minutes(of(*many))

    assert minutes(of(*(replace(one, als=als) for one in many))) == pytest.approx(whole / 2, abs=1)
    assert minutes(Vragenlijst((Stap("s", als=als, vragen=many),))) == pytest.approx(
        whole / 2, abs=1
    )
    assert minutes_of_way((Stap("s", als=als, vragen=many),)) == whole


def test_going_on_never_makes_the_minutes_more_whatever_is_answered() -> None:
    many = tuple(replace(OPEN, id=f"m{n}") for n in range(8))
    asked = Vraag("x", Soort.JA_NEE, "Heeft u een hond?")
    with_dog = Voorwaarde((Regel("x", waarden=("ja",)),))
    lijst = Vragenlijst(
        (
            Stap("a", vragen=(asked,)),
            Stap("b", als=with_dog, vragen=many),
            Stap("c", vragen=(OPEN,)),
        )
    )

    long = [minutes_left(lijst, {"x": "ja"}, page) for page in "abc"]
    assert long == sorted(long, reverse=True)
    assert minutes_left(lijst, {}, "a") == long[0] == minutes(lijst)
    assert minutes_left(lijst, {"x": "nee"}, "c") == long[-1] == 1
    # On this page the answer may still change; of a page before it, it was given.
    assert minutes_left(lijst, {"x": "nee"}, "a") == long[0]
    assert minutes_left(lijst, {"x": "nee"}, "b") < long[1]


@pytest.mark.parametrize("soort", Soort)
def test_more_to_read_or_choose_takes_longer(soort: Soort) -> None:
    short = Vraag("v", soort, "Wat?")
    two = (Optie("a", "A"), Optie("b", "B"))

    assert seconds_of(replace(short, text="Wat vindt u van de stoepen in uw straat?")) > seconds_of(
        short
    )
    assert seconds_of(replace(short, opties=two, rijen=two)) > seconds_of(short)
