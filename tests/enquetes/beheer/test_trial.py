"""'Zelf uitproberen' and 'Alle routes': what was saved last, and nothing is left behind."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from enquetes.models import EnqueteIndexPage, EnquetePage
from tests.enquetes.beheer.answers import draft
from tests.factories.enquetes import key, question, rule, step, survey
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db

DOG = question("keuze", 1, "Ja", "Nee", text="Hebt u een hond?", verplicht=True)
NAME = question("kort", 2, text="Hoe heet de hond?")
LAST = question("ja_nee", 3, text="Wilt u een losloopveld?")


@pytest.fixture
def page(haven: Wijk) -> EnquetePage:
    index = EnqueteIndexPage.objects.get(wijk=haven)
    return draft(index, step(1, DOG), step(2, NAME, als=rule(1, key(101))), step(3, LAST))


def rows() -> dict[str, int]:
    """How many there are of everything that surveys keep."""
    return {
        model.__name__: model._default_manager.count()
        for model in apps.get_app_config("enquetes").get_models()
    }


def hidden(html: str) -> dict[str, str]:
    """What travels along in the form."""
    found = {}
    for tag in re.findall(r"<input[^>]*type=\"hidden\"[^>]*>", html):
        name = re.search(r'name="([^"]+)"', tag)
        value = re.search(r'value="([^"]*)"', tag)
        if name and value and name[1] != "csrfmiddlewaretoken":
            found[name[1]] = value[1].replace("&quot;", '"')
    return found


def send(client: Client, page: EnquetePage, html: str, **given: Any) -> str:
    url = reverse("enquetes:proefrit", args=[page.pk])
    return client.post(url, hidden(html) | given).content.decode()


def test_one_walks_the_real_form_of_a_draft_to_the_end(as_joris: Client, page: EnquetePage) -> None:
    before = rows()
    first = as_joris.get(reverse("enquetes:proefrit", args=[page.pk])).content.decode()
    assert "Hebt u een hond?" in first
    assert "niets opgeslagen" in first
    second = send(as_joris, page, first, **{key(1): key(101)})
    assert "Hoe heet de hond?" in second
    third = send(as_joris, page, second, **{key(2): "Bas"})
    assert "Wilt u een losloopveld?" in third
    end = send(as_joris, page, third, **{key(3): "ja"})

    assert "Dit was het einde" in end
    assert "Bas" in end
    assert rows() == before


def test_who_has_no_dog_skips_its_page(as_joris: Client, page: EnquetePage) -> None:
    first = as_joris.get(reverse("enquetes:proefrit", args=[page.pk])).content.decode()

    assert "Wilt u een losloopveld?" in send(as_joris, page, first, **{key(1): key(102)})


def test_what_must_be_answered_is_asked_again(as_joris: Client, page: EnquetePage) -> None:
    first = as_joris.get(reverse("enquetes:proefrit", args=[page.pk])).content.decode()
    again = as_joris.post(reverse("enquetes:proefrit", args=[page.pk]), hidden(first))

    assert again.status_code == 422
    assert "Hebt u een hond?" in again.content.decode()


def test_back_keeps_what_was_answered(as_joris: Client, page: EnquetePage) -> None:
    first = as_joris.get(reverse("enquetes:proefrit", args=[page.pk])).content.decode()
    second = send(as_joris, page, first, **{key(1): key(101)})
    back = send(as_joris, page, second, _vorige="1")

    assert "Hebt u een hond?" in back
    assert re.search(rf'value="{key(101)}"[^>]*checked', back)


@pytest.mark.parametrize(
    "kept", ["", "x", "[]", "null", json.dumps({key(1): [1]}), "1" * 300_000, '{"a":' * 9000]
)
def test_whatever_else_is_sent_begins_again(as_joris: Client, page: EnquetePage, kept: str) -> None:
    url = reverse("enquetes:proefrit", args=[page.pk])
    response = as_joris.post(url, {"_antwoorden": kept, "_bladzijde": "weg"})

    assert response.status_code in {200, 422}


def test_the_draft_is_tried_and_not_what_is_published(as_joris: Client, haven: Wijk) -> None:
    index = EnqueteIndexPage.objects.get(wijk=haven)
    survey(index, step(1, question("kort", 1, text="Oude vraag?")))
    page = EnquetePage.objects.get()
    page.vragen = [step(1, question("kort", 1, text="Nieuwe vraag?"))]
    page.save_revision()

    html = as_joris.get(reverse("enquetes:proefrit", args=[page.pk])).content.decode()
    assert "Nieuwe vraag?" in html
    assert "Oude vraag?" not in html


def test_a_survey_without_questions_ends_at_once(as_joris: Client, haven: Wijk) -> None:
    page = draft(EnqueteIndexPage.objects.get(wijk=haven))

    for name in ("proefrit", "paden"):
        assert as_joris.get(reverse(f"enquetes:{name}", args=[page.pk])).status_code == 200


def test_the_ways_are_told_with_answers_that_lead_there(
    as_joris: Client, page: EnquetePage
) -> None:
    html = as_joris.get(reverse("enquetes:paden", args=[page.pk])).content.decode()
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))

    assert "Hebt u een hond? Ja 3 vragen" in text
    assert "Hebt u een hond? Nee 2 vragen" in text
