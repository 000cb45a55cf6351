"""One column for each option, in an order that stays (requirement S10)."""

from __future__ import annotations

from typing import Any

import pytest

from accounts.models import User
from enquetes.models import Enquete, EnqueteIndexPage, EnquetePage, Papierstapel
from enquetes.vragen.antwoord import ANDERS, ONLEESBAAR, WEET_NIET
from tests.enquetes.uitvoer.answering import answer, close
from tests.enquetes.uitvoer.reading import made, sheets, table
from tests.factories.enquetes import key, question, step, survey
from wijkteams.kanaal import Kanaal
from wijkteams.models import Buurt, Wijk

pytestmark = pytest.mark.django_db


def only(haven: Wijk, joris: User, vraag: dict[str, Any], *answers: Any) -> list[dict[str, Any]]:
    """The lines of a survey with one question, by the answer of each."""
    index = EnqueteIndexPage.objects.get(wijk=haven)
    enquete = close(survey(index, step(1, vraag)))
    lines = {}
    for number, given in enumerate(answers):
        given = given if isinstance(given, dict) and key(1) in given else {key(1): given}
        lines[answer(enquete, antwoorden=given).pk] = number
    order = [lines[pk] for pk in sorted(lines, key=str)]
    found = table(made(enquete, joris))
    return [line for _number, line in sorted(zip(order, found, strict=True), key=lambda p: p[0])]


def test_each_option_of_many_has_a_column_of_ones_and_zeros(haven: Wijk, joris: User) -> None:
    vraag = question("keuzes", 1, "Poep", "Lawaai", anders=True, weet_niet=True)
    poep, lawaai = key(101), key(102)

    both, other, unknown, unreadable = only(
        haven,
        joris,
        vraag,
        [poep, lawaai],
        {key(1): [ANDERS], f"{key(1)}:anders": "Een hek"},
        [WEET_NIET],
        ONLEESBAAR,
    )

    names = ("v1_1", "v1_2", "v1_anders", "v1_weet_niet", "v1_anders_tekst", "v1_onleesbaar")
    assert [both[name] for name in names] == ["1", "1", "0", "0", "", "0"]
    assert [other[name] for name in names] == ["0", "0", "1", "0", "Een hek", "0"]
    assert [unknown[name] for name in names] == ["0", "0", "0", "1", "", "0"]
    assert [unreadable[name] for name in names] == ["", "", "", "", "", "1"]


def test_who_did_not_answer_has_no_zeros(haven: Wijk, joris: User) -> None:
    (line,) = only(haven, joris, question("keuzes", 1, "Poep", "Lawaai"), {key(1): None})

    assert line["v1_1"] == line["v1_2"] == ""


def test_one_choice_stands_in_words_and_in_columns(haven: Wijk, joris: User) -> None:
    vraag = question("keuze", 1, "Ja", "Nee", weet_niet=True)

    yes, unknown, unreadable = only(haven, joris, vraag, key(101), WEET_NIET, ONLEESBAAR)

    assert (yes["v1"], yes["v1_1"], yes["v1_2"]) == ("Ja", "1", "0")
    assert (unknown["v1"], unknown["v1_1"], unknown["v1_weet_niet"]) == ("Weet ik niet", "0", "1")
    assert (unreadable["v1"], unreadable["v1_1"]) == ("Onleesbaar", "")


@pytest.mark.parametrize(
    ("soort", "given", "cells"),
    [
        ("schaal", 4, {"v1": "4", "v1_weet_niet": "0", "v1_onleesbaar": "0"}),
        ("schaal", WEET_NIET, {"v1": "", "v1_weet_niet": "1"}),
        ("smileys", 5, {"v1": "5"}),
        ("getal", 2.5, {"v1": "2.5"}),
        ("getal", -3, {"v1": "-3"}),
        ("getal", ONLEESBAAR, {"v1": "", "v1_onleesbaar": "1"}),
        ("ja_nee", "ja", {"v1": "Ja"}),
        ("kort", "Een bankje", {"v1": "Een bankje"}),
        ("lang", "Regel 1\nRegel 2", {"v1": "Regel 1\nRegel 2"}),
        ("datum", "2026-05-01", {"v1": "2026-05-01"}),
        ("postcode", "2801AB", {"v1": "2801AB"}),
        ("kaart", [4.7, 52.01], {"v1_lengte": "4.7", "v1_breedte": "52.01"}),
        ("foto", "abc.jpg", {"v1": "abc.jpg"}),
    ],
)
def test_each_kind_of_question_can_be_reckoned_with(
    haven: Wijk, joris: User, soort: str, given: Any, cells: dict[str, str]
) -> None:
    value = {"maximum": "5"} if soort == "schaal" else {}

    (line,) = only(haven, joris, question(soort, 1, **value), given)

    assert {name: line[name] for name in cells} == cells


def test_an_order_says_the_place_of_each(haven: Wijk, joris: User) -> None:
    vraag = question("rangorde", 1, "Groen", "Stilte", "Parkeren")

    (line,) = only(haven, joris, vraag, [key(103), key(101), key(102)])

    assert [line[f"v1_{n}"] for n in (1, 2, 3)] == ["2", "3", "1"]


def test_a_table_has_a_column_for_each_row(haven: Wijk, joris: User) -> None:
    rijen = [
        {"type": "item", "id": key(n), "value": word} for n, word in ((71, "Park"), (72, "Kade"))
    ]
    vraag = question("matrix", 1, "Goed", "Slecht", rijen=rijen)

    (line,) = only(haven, joris, vraag, {key(1): {key(71): key(102)}})

    assert [line["v1_1"], line["v1_2"]] == ["Slecht", ""]


def test_where_somebody_lives_stands_in_words(haven: Wijk, joris: User) -> None:
    kade = Buurt.objects.create(wijk=haven, name="De Kade", slug="de-kade")

    here, elsewhere = only(haven, joris, question("buurt", 1), str(kade.pk), "_buiten")

    assert (here["v1"], elsewhere["v1"]) == ("De Kade", "Woont ergens anders")


def test_channel_language_version_and_day_stand_before_it(haven: Wijk, joris: User) -> None:
    enquete = close(survey(EnqueteIndexPage.objects.get(wijk=haven)))
    one = answer(enquete, kanaal=Kanaal.PAPIER, language="tr")

    (line,) = table(made(enquete, joris))

    assert [line[name] for name in ("versie", "kanaal", "taal", "dag", "buurt")] == [
        "1",
        "Papier",
        "tr",
        one.dag.isoformat(),
        "",
    ]
    assert "naam" not in line


def test_what_a_later_version_adds_comes_behind(haven: Wijk, joris: User) -> None:
    first, late = question("keuze", 1, "Ja", "Nee"), question("kort", 2)
    enquete = survey(EnqueteIndexPage.objects.get(wijk=haven), step(1, first))
    before = columns(close(enquete), joris)
    answer(enquete, antwoorden={key(1): key(102)})
    again(enquete, step(1, late, question("keuze", 1, "Misschien", "Ja", "Nee")))
    answer(Enquete.objects.get(pk=enquete.pk), antwoorden={key(2): "Meer bankjes"})

    lines = table(made(enquete, joris))

    after = list(lines[0])
    assert [name for name in after if name in before] == before
    assert after[-1] == "v2"
    assert sorted((line["versie"], line["v2"]) for line in lines) == [
        ("1", ""),
        ("2", "Meer bankjes"),
    ]


def again(enquete: Enquete, *steps: dict[str, Any]) -> None:
    """Publish a new version of the questions."""
    assert not Papierstapel.objects.exists()
    page = EnquetePage.objects.get(translation_key=enquete.translation_key)
    page.vragen = list(steps)
    page.closes_at = enquete.closes_at
    page.save_revision().publish()
    assert enquete.versies.count() == 2


def columns(enquete: Enquete, joris: User) -> list[str]:
    """The codes of the columns, in order."""
    heading = sheets(made(enquete, joris, "xlsx"))["Antwoorden"][0]
    return [str(one).partition(" ")[0] for one in heading]
