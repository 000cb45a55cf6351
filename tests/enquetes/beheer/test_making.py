"""'Maak een enquête': what one can begin with, and what the draft is."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from enquetes.beheer.drafts import from_survey
from enquetes.models import Enquete, EnqueteIndexPage, EnquetePage
from enquetes.vragen.controle import fouten
from enquetes.vragen.reading import vragenlijst_of
from tests.enquetes.beheer.answers import draft
from tests.factories.enquetes import key, question, rule, step, survey
from wijkteams.models import Buurt, Wijk

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(haven: Wijk) -> EnqueteIndexPage:
    return EnqueteIndexPage.objects.get(wijk=haven)


@pytest.fixture
def elsewhere(sluis: Wijk) -> EnqueteIndexPage:
    return EnqueteIndexPage.objects.get(wijk=sluis)


def new_url(index: EnqueteIndexPage) -> str:
    return reverse("enquetes:nieuw", args=[index.pk])


def test_a_template_becomes_a_draft_that_opens_in_the_editor(
    as_joris: Client, index: EnqueteIndexPage, joris: User
) -> None:
    response = as_joris.post(new_url(index), {"sjabloon": "hondenbeleid"})

    page = EnquetePage.objects.get()
    assert response["Location"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert as_joris.get(response["Location"]).status_code == 200
    assert (page.title, page.slug, page.live) == ("Honden in de wijk", "honden-in-de-wijk", False)
    assert page.owner == joris
    assert timedelta(days=20) < page.closes_at - timezone.now() < timedelta(days=22)
    assert len(list(vragenlijst_of(page.vragen).vragen())) > 8
    assert not Enquete.objects.exists(), "nothing is published"


def test_a_second_one_is_told_apart(as_joris: Client, index: EnqueteIndexPage) -> None:
    for _time in range(3):
        as_joris.post(new_url(index), {"sjabloon": "hondenbeleid"})

    pages = EnquetePage.objects.order_by("pk")
    assert len({page.title for page in pages}) == len({page.slug for page in pages}) == 3


def test_one_can_begin_with_nothing(as_joris: Client, index: EnqueteIndexPage) -> None:
    as_joris.post(new_url(index), {"leeg": "1"})

    assert len(EnquetePage.objects.get().vragen) == 0


def test_asking_again_keeps_the_questions_and_compares(
    as_joris: Client, index: EnqueteIndexPage
) -> None:
    before = survey(index, step(1, question("keuze", 1, "Ja", "Nee")), drempel=8)
    page = EnquetePage.objects.get()

    as_joris.post(new_url(index), {"van": page.pk})

    made = EnquetePage.objects.latest("pk")
    assert made.vorige == before
    assert made.drempel == 8
    assert [vraag.id for vraag in vragenlijst_of(made.vragen).vragen()] == [key(1)]
    made.save_revision().publish()
    assert Enquete.objects.latest("pk").vorige == before


def test_a_public_survey_of_another_ward_may_be_taken_over(
    as_joris: Client, index: EnqueteIndexPage, elsewhere: EnqueteIndexPage
) -> None:
    survey(elsewhere, title="Water in de straat", retouradres="Sluisweg 1")
    source = EnquetePage.objects.get()

    listed = as_joris.get(reverse("enquetes:maak", args=[index.pk]), {"q": "water"})
    assert "Water in de straat" in listed.content.decode()
    as_joris.post(new_url(index), {"van": source.pk})

    made = EnquetePage.objects.latest("pk")
    assert made.wijk == index.wijk
    assert (made.vorige, made.retouradres) == (None, "")


@pytest.mark.parametrize("asked", ["draft", "private", "none", "x", "²"])
def test_nothing_else_of_another_ward_may(
    as_joris: Client, index: EnqueteIndexPage, elsewhere: EnqueteIndexPage, asked: str
) -> None:
    hidden = draft(elsewhere, step(1, question("kort", 1)))
    survey(elsewhere, title="Besloten vragen", slug="besloten")
    private = EnquetePage.objects.get(slug="besloten")
    private.view_restrictions.create(restriction_type="login")
    number = {"draft": hidden.pk, "private": private.pk, "none": 999_999}.get(asked, asked)

    assert as_joris.post(new_url(index), {"van": number}).status_code == 404
    shown = as_joris.get(reverse("enquetes:maak", args=[index.pk])).content.decode()
    assert "Besloten vragen" not in shown
    assert EnquetePage.objects.filter(wijk=index.wijk).count() == 0


def test_a_condition_on_a_neighbourhood_elsewhere_has_to_be_chosen_again(
    index: EnqueteIndexPage, elsewhere: EnqueteIndexPage, sluis: Wijk, joris: User
) -> None:
    buurt = Buurt.objects.create(wijk=sluis, name="Sluisje", slug="sluisje")
    asks = step(1, question("buurt", 1), question("kort", 2, als=rule(1, str(buurt.pk))))
    survey(elsewhere, asks)

    made = from_survey(index, EnquetePage.objects.get(), by=joris)

    lijst = vragenlijst_of(made.vragen)
    assert lijst.stappen[0].vragen[1].als.regels[0].waarden == ()
    assert [fout.onaf for fout in fouten(lijst)] == [True]


def test_unknown_template_is_not_there(as_joris: Client, index: EnqueteIndexPage) -> None:
    assert as_joris.post(new_url(index), {"sjabloon": "../x"}).status_code == 404


def test_looking_makes_nothing(as_joris: Client, index: EnqueteIndexPage) -> None:
    assert as_joris.get(reverse("enquetes:maak", args=[index.pk])).status_code == 200
    assert as_joris.get(new_url(index)).status_code == 405
    assert not EnquetePage.objects.exists()


def test_fatma_makes_none_here_and_bea_does(
    as_fatma: Client, as_bea: Client, client: Client, index: EnqueteIndexPage
) -> None:
    for url in (reverse("enquetes:maak", args=[index.pk]), new_url(index)):
        assert as_fatma.post(url, {"leeg": "1"}).status_code in {302, 403, 405}
        assert client.get(url).status_code == 302
    assert not EnquetePage.objects.exists()
    assert as_bea.post(new_url(index), {"leeg": "1"}).status_code == 302


def test_the_dashboard_has_the_button(as_joris: Client, index: EnqueteIndexPage) -> None:
    url = reverse("enquetes:maak", args=[index.pk])

    assert f'href="{url}"' in as_joris.get(reverse("wagtailadmin_home")).content.decode()
