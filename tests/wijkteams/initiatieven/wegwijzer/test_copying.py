"""What one ward did, begun in another, with credit."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.initiatieven import initiatief
from wijkteams.initiatieven.aanvragen import concept
from wijkteams.initiatieven.models import Aanvraagconcept, HulpVraag, Initiatief, Nodig
from wijkteams.initiatieven.wegwijzer.copying import copies_part
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


def test_both_sides_name_the_other(haven: Wijk, sluis: Wijk) -> None:
    source = initiatief(haven)
    copy = initiatief(sluis, title="Boodschappenbus van de Sluis", recept_van=source)
    at_source, at_copy = copies_part(source, "nl"), copies_part(copy, "nl")
    assert [line["wijk"] for line in at_source["overgenomen"]] == [sluis.name]
    assert at_source["van"] is None
    assert at_copy["van"]["title"] == "Boodschappenbus"
    assert at_copy["van"]["wijk"] == haven.name


def test_the_questions_do_not_grow_with_the_wards(
    haven: Wijk, sluis: Wijk, django_assert_max_num_queries: object
) -> None:
    source = initiatief(haven)
    for number in range(5):
        initiatief(sluis, title=f"Bus {number}", recept_van=source)
    with django_assert_max_num_queries(3):  # type: ignore[operator]
        assert len(copies_part(source, "nl")["overgenomen"]) == 5
