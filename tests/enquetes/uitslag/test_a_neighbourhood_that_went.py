"""A neighbourhood that was taken away is counted still: it must not follow from the others."""

from __future__ import annotations

import pytest

from enquetes.models import Enquete
from enquetes.uitslag.counting import recount
from enquetes.uitslag.making import figures_of
from enquetes.vragen.antwoord import BUITEN
from tests.enquetes.uitslag.crowd import lay_down, list_of
from tests.factories.enquetes import key, question, step, survey
from wijkteams.models import Buurt, Wijk

pytestmark = pytest.mark.django_db


def with_buurten(haven: Wijk, *sizes: int) -> tuple[Enquete, list[Buurt]]:
    names = ("kade", "dijk", "hof")
    buurten = [Buurt.objects.create(wijk=haven, name=name, slug=name) for name in names]
    asked = question("buurt", 1, uitsplitsen=True, weet_niet=False)
    also = question("keuze", 2, "Ja", "Nee", weet_niet=False)
    enquete = survey(list_of(haven), step(1, asked, also))
    places = [*(str(buurt.pk) for buurt in buurten), BUITEN]
    for place, size in zip(places, sizes, strict=True):
        given = ({key(1): place, key(2): key(201 + at % 2)} for at in range(size))
        lay_down(enquete, *given)
    return enquete, buurten


def test_few_people_of_it_stay_hidden(haven: Wijk) -> None:
    enquete, buurten = with_buurten(haven, 40, 40, 7, 40)
    buurten[2].delete()

    cijfers = figures_of(enquete, recount(enquete))

    (asked, _also) = cijfers["vragen"]
    seen = [cel["aantal"] for cel in asked["cellen"] if cel["aantal"] is not None]
    assert asked["n"] - sum(seen) not in range(1, 5)
    parts = [part["aantal"] for part in cijfers["gefilterd"].values()]
    assert cijfers["aantal"] - sum(parts) not in range(1, 10)


def test_many_people_of_it_have_a_line(haven: Wijk) -> None:
    enquete, buurten = with_buurten(haven, 40, 40, 40, 40)
    buurten[2].delete()

    cijfers = figures_of(enquete, recount(enquete))

    found = {cel["text"]: cel["aantal"] for cel in cijfers["vragen"][0]["cellen"]}
    assert found["Onbekend"] == 40
    assert sum(found.values()) == cijfers["vragen"][0]["n"] == 160
