"""What one ward did, begun in another, with credit."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from tests.factories.initiatieven import initiatief, initiatief_page
from wijkteams.initiatieven.aanvragen import concept
from wijkteams.initiatieven.models import (
    Aanvraagconcept,
    HulpVraag,
    Initiatief,
    InitiatievenIndexPage,
    Nodig,
    WegwijzerPage,
)
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db


def _url(one: Initiatief) -> str:
    return reverse("initiatief_ook", args=[one.translation_key])


def test_reading_begins_nothing(haven: Wijk) -> None:
    response = Client().get(_url(initiatief(haven)))
    assert response.status_code == 200
    assert "Boodschappenbus" in response.content.decode()
    assert not Aanvraagconcept.objects.exists()


def test_an_idea_begins_with_what_the_other_ward_needed(haven: Wijk, sluis: Wijk) -> None:
    one = initiatief(haven)
    HulpVraag.objects.create(initiatief=one, soort=Nodig.MENSEN, titel="Chauffeurs", aantal=8)
    HulpVraag.objects.create(initiatief=one, soort=Nodig.MENSEN, titel="Een telefonist")
    response = Client().post(_url(one), {"wijk": sluis.slug})
    assert response.status_code == 302
    token = response["Location"].rstrip("/").rpartition("/")[2]
    half = concept.find(token)
    assert half is not None
    assert half.draft.wijk == sluis.pk
    assert half.draft.recept == one.pk
    assert half.draft.titel == "Boodschappenbus"
    assert half.draft.nodig == {"mensen": "8 × Chauffeurs; Een telefonist"}


@pytest.mark.parametrize("wijk", ["", "bestaat-niet", "x" * 500])
def test_a_ward_must_be_chosen(haven: Wijk, wijk: str) -> None:
    response = Client().post(_url(initiatief(haven)), {"wijk": wijk})
    assert response.status_code == 200
    assert "Kies een" in response.content.decode() or "Kies de" in response.content.decode()
    assert not Aanvraagconcept.objects.exists()


def test_what_is_not_on_the_site_is_nobodys_recipe(haven: Wijk) -> None:
    one = initiatief(haven, is_live=False)
    assert Client().get(_url(one)).status_code == 404
    assert Client().get(reverse("initiatief_ook", args=[uuid4()])).status_code == 404


def test_nor_what_only_some_may_read(haven: Wijk) -> None:
    page = initiatief_page(haven)
    section = page.get_parent()
    PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
    one = Initiatief.objects.get(translation_key=page.translation_key)

    assert Client().get(_url(one)).status_code == 404
    assert Client().post(_url(one), {"wijk": haven.slug}).status_code == 404


def test_its_page_offers_it(haven: Wijk) -> None:
    page = initiatief_page(haven)
    one = Initiatief.objects.get(translation_key=page.translation_key)
    assert _url(one) in Client().get(page.get_url()).content.decode()


def test_the_guides_stand_on_the_list(haven: Wijk) -> None:
    page = initiatief_page(haven)
    section = InitiatievenIndexPage.objects.get(wijk=haven)
    section.add_child(instance=WegwijzerPage(title="Een straatfeest", stappen="Vraag de buren."))
    assert page.live
    assert "Een straatfeest" in Client().get(section.get_url()).content.decode()
