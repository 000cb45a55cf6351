"""The form of a survey in the CMS: what is wrong is said at the question, what is missing waits."""

from __future__ import annotations

import html
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from enquetes.models import Enquete, EnqueteIndexPage, EnquetePage, Inzending, Versie
from enquetes.vragen.antwoord import JA
from enquetes.vragen.controle import PER_PAGE
from enquetes.vragen.reading import vragenlijst_of
from tests.enquetes.beheer.answers import draft, newest, save
from tests.factories.enquetes import key, question, rule, step, survey
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db

DOG = question("keuze", 1, "Ja", "Nee", weet_niet=True)


@pytest.fixture
def index(haven: Wijk) -> EnqueteIndexPage:
    return EnqueteIndexPage.objects.get(wijk=haven)


def refused(client: Client, page: EnquetePage, *steps: dict[str, Any], **fields: Any) -> str:
    """What the form says when it does not save."""
    response = save(client, page, *steps, **fields)
    assert response.status_code == 200
    return html.unescape(response.content.decode())


def test_a_condition_on_an_earlier_question_is_kept_by_its_ids(
    as_joris: Client, index: EnqueteIndexPage
) -> None:
    page = draft(index)
    steps = step(1, DOG), step(2, question("kort", 2), als=rule(1, key(101)))

    assert save(as_joris, page, *steps).status_code == 302

    lijst = vragenlijst_of(newest(page).vragen)
    assert lijst.stappen[1].als.regels[0].vraag == key(1)
    assert lijst.stappen[1].als.regels[0].waarden == (key(101),)


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        (
            [step(1, question("kort", 2, als=rule(1, key(101))), DOG)],
            "komt pas later",
        ),
        (
            [step(1, question("keuze", 1, "Ja", "Nee", als=rule(1, key(101))))],
            "niet van zichzelf afhangen",
        ),
        (
            [step(1, DOG, als=rule(1, key(101)))],
            "niet van zichzelf afhangen",
        ),
        ([step(1, question("kort", 2, als=rule(7, key(701))))], "is weg"),
        ([step(1, DOG, question("kort", 2, als=rule(1, key(999))))], "bestaat niet meer"),
        (
            [step(1, DOG, question("kort", 2, als=rule(1, "3", toets="minstens")))],
            "kun je aan",
        ),
        (
            [step(1, question("kort", 1), question("kort", 2, als=rule(1, "x")))],
            "kun je aan",
        ),
        (
            [
                step(
                    1,
                    question("getal", 1, minimum=0, maximum=10),
                    question("kort", 2, als=rule(1, "11", toets="minstens")),
                )
            ],
            "krijgt niemand te zien",
        ),
        ([step(1, question("keuzes", 1, "A", "B", minimum=2, maximum=1))], "groter dan"),
        ([step(1, question("keuzes", 1, "A", "B", maximum=3))], "maar 2 antwoorden"),
        ([step(1, question("getal", 1, minimum=9, maximum=1))], "groter dan"),
        ([step(1, question("keuze", 1, "Ja", " ja"))], "staat er al"),
        ([step(1, DOG), step(2, DOG)], "twee keer"),
        (
            [step(1, *(question("kort", n) for n in range(1, PER_PAGE + 2)))],
            "passen 60 vragen",
        ),
    ],
)
def test_what_is_wrong_is_told_at_once_and_nothing_is_saved(
    as_joris: Client, index: EnqueteIndexPage, steps: list[dict[str, Any]], told: str
) -> None:
    page = draft(index)

    assert told in refused(as_joris, page, *steps)
    assert len(newest(page).vragen) == 0


def test_what_is_missing_may_wait_until_publishing(
    as_joris: Client, index: EnqueteIndexPage
) -> None:
    page = draft(index)
    unfinished = step(1, DOG, question("kort", 2, als=rule(1)))

    assert save(as_joris, page, unfinished).status_code == 302
    assert len(newest(page).vragen) == 1
    assert "Kies bij welk antwoord" in refused(as_joris, page, unfinished, publish=True)
    assert not Enquete.objects.exists()


def test_a_survey_without_questions_is_not_published(
    as_joris: Client, index: EnqueteIndexPage
) -> None:
    page = draft(index)

    assert save(as_joris, page).status_code == 302
    assert "minstens één vraag" in refused(as_joris, page, publish=True)


def test_publishing_takes_the_questions_over(as_joris: Client, index: EnqueteIndexPage) -> None:
    page = draft(index)

    assert save(as_joris, page, step(1, DOG), publish=True).status_code == 302
    assert [vraag.id for vraag in Versie.objects.get().vragenlijst.vragen()] == [key(1)]


def test_it_does_not_close_before_it_opens(as_joris: Client, index: EnqueteIndexPage) -> None:
    moments = {"opens_at": "2026-12-02 10:00", "closes_at": "2026-12-01 10:00"}

    assert "sluit voordat zij opent" in refused(as_joris, draft(index), step(1, DOG), **moments)


def test_nobody_lowers_the_smallest_number(as_joris: Client, index: EnqueteIndexPage) -> None:
    assert "te herkennen" in refused(as_joris, draft(index), step(1, DOG), drempel="1")


def test_only_surveys_of_the_own_ward_can_be_compared_with(
    as_joris: Client, index: EnqueteIndexPage, sluis: Wijk
) -> None:
    other = survey(EnqueteIndexPage.objects.get(wijk=sluis), title="Geheim van de sluis")
    page = draft(index)

    assert "geldige keuze" in refused(as_joris, page, step(1, DOG), vorige=str(other.pk))
    edit = as_joris.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert "Geheim van de sluis" not in edit.content.decode()


class TestLocked:
    """From the first answer on (requirement S3)."""

    @pytest.fixture
    def page(self, index: EnqueteIndexPage) -> EnquetePage:
        enquete = survey(index, step(1, DOG), slug="honden")
        versie = enquete.versie
        Inzending.objects.create(
            enquete=enquete, versie=versie, dag="2026-11-01", antwoorden={key(1): key(101)}
        )
        return EnquetePage.objects.get(translation_key=enquete.translation_key)

    CHANGED = step(1, DOG, question("ja_nee", 2))

    def test_the_questions_stand(self, as_joris: Client, page: EnquetePage) -> None:
        assert "staan vast" in refused(as_joris, page, self.CHANGED)
        assert "staan vast" in refused(as_joris, page, self.CHANGED, publish=True)
        assert len(newest(page).vragen[0].value["vragen"]) == 1

    def test_all_else_may_change(self, as_joris: Client, page: EnquetePage) -> None:
        response = save(as_joris, page, step(1, DOG), title="Honden in de wijk", publish=True)

        assert response.status_code == 302
        assert Enquete.objects.get().title == "Honden in de wijk"
        assert Versie.objects.count() == 1

    def test_a_tick_makes_a_new_version_and_answers_stay(
        self, as_joris: Client, page: EnquetePage
    ) -> None:
        response = save(as_joris, page, self.CHANGED, nieuwe_versie="on", publish=True)

        assert response.status_code == 302
        assert list(Versie.objects.values_list("nummer", flat=True)) == [1, 2]
        assert Inzending.objects.get().versie.nummer == 1

    def test_the_tick_is_asked_once_for_a_draft(self, as_joris: Client, page: EnquetePage) -> None:
        assert save(as_joris, page, self.CHANGED, nieuwe_versie="on").status_code == 302
        assert save(as_joris, page, self.CHANGED, publish=True).status_code == 302
        assert Versie.objects.count() == 2

    def test_a_question_stays_of_its_kind(self, as_joris: Client, page: EnquetePage) -> None:
        other = step(1, question("kort", 1))

        assert "andere soort" in refused(as_joris, page, other, nieuwe_versie="on", publish=True)

    def test_the_screen_says_so(self, as_joris: Client, page: EnquetePage) -> None:
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])

        assert "Maak een nieuwe versie" in as_joris.get(edit).content.decode()
        Inzending.objects.all().delete()
        assert "Maak een nieuwe versie" not in as_joris.get(edit).content.decode()


def test_a_scale_does_not_grow_under_the_same_question(
    as_joris: Client, index: EnqueteIndexPage
) -> None:
    enquete = survey(index, step(1, question("schaal", 1, maximum="5")), slug="honden")
    page = EnquetePage.objects.get(translation_key=enquete.translation_key)

    other = step(1, question("schaal", 1, maximum="10"))
    assert "andere soort" in refused(as_joris, page, other, publish=True)


def test_ja_nee_is_asked_by_its_values(as_joris: Client, index: EnqueteIndexPage) -> None:
    page = draft(index)
    steps = step(1, question("ja_nee", 1), question("kort", 2, als=rule(1, JA)))

    assert save(as_joris, page, steps, publish=True).status_code == 302


def test_an_empty_form_opens_in_a_ward_and_on_the_hub(
    as_joris: Client, as_bea: Client, index: EnqueteIndexPage
) -> None:
    hub = EnqueteIndexPage.objects.get(wijk=None)

    for client, place in ((as_joris, index), (as_bea, hub)):
        url = reverse("wagtailadmin_pages:add", args=["enquetes", "enquetepage", place.pk])
        text = client.get(url).content.decode()
        assert "enquete-beheer.js" in text
        assert "Bewaar de enquête een keer" in text


def test_an_id_that_is_none_is_refused(as_joris: Client, index: EnqueteIndexPage) -> None:
    odd = DOG | {"id": "{% debug %}"}

    assert "ging iets mis" in refused(as_joris, draft(index), step(1, odd))


def test_fatma_of_another_ward_cannot_open_it(
    as_fatma: Client, index: EnqueteIndexPage, joris: User
) -> None:
    page = draft(index)

    assert as_fatma.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code in {
        302,
        403,
    }
