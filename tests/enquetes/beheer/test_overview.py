"""The list of surveys in the CMS, and the screen of one of them."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale

from enquetes.models import Enquete, EnqueteIndexPage, EnquetePage, Inzending
from tests.counting import count_queries
from tests.enquetes.beheer.answers import draft
from tests.factories import lid
from tests.factories.enquetes import question, step, survey
from wijkteams.models import Wijk
from wijkteams.roles import Rol

pytestmark = pytest.mark.django_db

LIST = "/beheer/enquetes/"


@pytest.fixture
def index(haven: Wijk) -> EnqueteIndexPage:
    return EnqueteIndexPage.objects.get(wijk=haven)


def answer(enquete: Enquete, number: int) -> None:
    Inzending.objects.bulk_create(
        Inzending(enquete=enquete, versie=enquete.versie, dag="2026-11-01") for _ in range(number)
    )


def is_refused(response: Any) -> bool:
    """Wagtail sends who may not come here back to the beginning."""
    return response.status_code == 403 or response.get("Location") == reverse("wagtailadmin_home")


def test_drafts_and_what_is_open_stand_in_it_with_numbers(
    as_joris: Client, index: EnqueteIndexPage
) -> None:
    answer(survey(index, title="Groen in de straat", doel=200), 7)
    draft(index)

    html = as_joris.get(LIST).content.decode()
    for text in ("Groen in de straat", "Open", "van de 200", "Honden", "Concept"):
        assert text in html


def test_other_wards_are_not_in_it(
    as_fatma: Client, as_bea: Client, client: Client, index: EnqueteIndexPage
) -> None:
    survey(index, title="Groen in de straat")

    assert "Groen in de straat" not in as_fatma.get(LIST).content.decode()
    assert "Groen in de straat" in as_bea.get(LIST).content.decode()
    assert client.get(LIST).status_code == 302


def test_a_translation_is_not_listed_again(as_joris: Client, index: EnqueteIndexPage) -> None:
    survey(index, title="Groen in de straat")
    page = EnquetePage.objects.get()
    page.copy_for_translation(
        Locale.objects.get_or_create(language_code="en")[0], copy_parents=True
    )

    assert as_joris.get(LIST).content.decode().count("Groen in de straat") == 1


def test_the_number_of_queries_does_not_grow(as_joris: Client, index: EnqueteIndexPage) -> None:
    survey(index, slug="een")
    as_joris.get(LIST)
    one = count_queries(lambda: as_joris.get(LIST))
    for number in range(5):
        answer(survey(index, title=f"Enquête {number}", slug=f"e{number}"), 2)
    many = count_queries(lambda: as_joris.get(LIST))

    assert many <= one + 1


def test_one_survey_leads_to_everything(as_joris: Client, index: EnqueteIndexPage) -> None:
    answer(survey(index, step(1, question("kort", 1))), 3)
    page = EnquetePage.objects.get()

    html = as_joris.get(reverse("enquetes:een", args=[page.pk])).content.decode()
    for name in ("paden", "proefrit"):
        assert reverse(f"enquetes:{name}", args=[page.pk]) in html
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in html


def test_who_only_types_in_paper_sees_it_but_not_the_draft(
    client: Client, index: EnqueteIndexPage, haven: Wijk
) -> None:
    survey(index)
    page = EnquetePage.objects.get()
    client.force_login(lid("piet@sluisdam.example", Rol.INVOERDER_PAPIER, haven))

    html = client.get(reverse("enquetes:een", args=[page.pk])).content.decode()
    assert reverse("enquetes:proefrit", args=[page.pk]) not in html
    for name in ("proefrit", "paden"):
        assert is_refused(client.get(reverse(f"enquetes:{name}", args=[page.pk])))


@pytest.mark.parametrize("name", ["een", "paden", "proefrit"])
def test_screens_of_one_survey_are_for_the_own_ward(
    name: str, as_joris: Client, as_fatma: Client, client: Client, index: EnqueteIndexPage
) -> None:
    url = reverse(f"enquetes:{name}", args=[draft(index, step(1, question("kort", 1))).pk])

    assert as_joris.get(url).status_code == 200
    assert is_refused(as_fatma.get(url))
    assert client.get(url).status_code == 302
    assert as_joris.get(reverse(f"enquetes:{name}", args=[999_999])).status_code == 404
