"""Published figures for whoever wants to work with them: no more than the page shows (S9, S10)."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from enquetes.models import Enquete, EnqueteIndexPage, EnquetePage, Uitslag, Zichtbaar
from enquetes.uitslag.counting import recount
from enquetes.uitslag.publishing import publish, take_back
from enquetes.uitslag.renewing import renew
from tests.enquetes.uitvoer.answering import answer, close
from tests.enquetes.uitvoer.reading import reader
from tests.factories.enquetes import key, question, step, survey
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db
FOLLOW_UP = [("text", {"text": "<p>We gaan ermee aan de slag.</p>"})]


@pytest.fixture
def enquete(haven: Wijk) -> Enquete:
    """Twelve say yes and eight no."""
    made = survey(
        EnqueteIndexPage.objects.get(wijk=haven),
        step(1, question("keuze", 1, "=Ja", "Nee", weet_niet=True), question("ja_nee", 2)),
        vervolg=FOLLOW_UP,
    )
    for number in range(20):
        given = {key(1): key(101) if number < 12 else key(102), key(2): "ja"}
        answer(made, antwoorden=given)
    recount(made)
    renew(made)
    return close(made)


def fetch(enquete: Enquete) -> Any:
    return Client().get(f"/enquete/{enquete.code}/cijfers.csv")


def lines(enquete: Enquete) -> list[dict[str, str]]:
    return list(reader(b"".join(fetch(enquete)).decode("utf-8-sig")))


def test_there_is_nothing_before_the_results_are_known(enquete: Enquete) -> None:
    assert fetch(enquete).status_code == 404

    publish(enquete, [key(1)])

    assert fetch(enquete).status_code == 200
    take_back(enquete)
    assert fetch(enquete).status_code == 404


def test_only_published_questions_stand_in_it(enquete: Enquete) -> None:
    publish(enquete, [key(1)])

    assert {line["vraag_id"] for line in lines(enquete)} == {"", key(1)}


def test_a_small_number_is_empty(enquete: Enquete) -> None:
    answer(enquete, antwoorden={key(1): "_weet_niet"})
    recount(enquete)
    publish(enquete, [key(1)])

    found = {
        line["antwoord_id"]: line["waarde"] for line in lines(enquete) if line["maat"] == "aantal"
    }

    assert found["_weet_niet"] == ""
    assert Uitslag.objects.get().tellingen["vragen"][key(1)]["cellen"]["_weet_niet"] == 1


def test_words_are_no_formulas(enquete: Enquete) -> None:
    publish(enquete, [key(1)])

    assert "'=Ja" in {line["antwoord"] for line in lines(enquete)}


def test_it_may_be_read_by_others_and_says_what_it_is(enquete: Enquete) -> None:
    publish(enquete, [key(1)])

    file = fetch(enquete)

    assert file["Access-Control-Allow-Origin"] == "*"
    assert file["Content-Type"].startswith("text/csv")
    assert "cijfers-honden.csv" in file["Content-Disposition"]


def test_a_page_with_a_password_gives_no_figures(enquete: Enquete) -> None:
    publish(enquete, [key(1)])
    page = EnquetePage.objects.get()
    PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="geheim"
    )

    assert fetch(enquete).status_code == 404


def test_a_page_that_was_taken_off_gives_no_figures(enquete: Enquete) -> None:
    publish(enquete, [key(1)])
    EnquetePage.objects.get().unpublish()

    assert fetch(enquete).status_code == 404


@pytest.mark.parametrize("zichtbaar", [Zichtbaar.NOOIT, Zichtbaar.NA_INVULLEN])
def test_what_not_everybody_sees_is_no_open_data(enquete: Enquete, zichtbaar: str) -> None:
    enquete.zichtbaar = zichtbaar
    enquete.save()

    assert fetch(enquete).status_code == 404


def test_an_unknown_code_is_not_found() -> None:
    assert Client().get("/enquete/bestaatniet/cijfers.csv").status_code == 404
