"""A survey that is moved to another ward is that ward's, with what was answered."""

from __future__ import annotations

import pytest
from django.test import Client

from accounts.models import User
from enquetes.models import Enquete, EnqueteIndexPage, EnquetePage, Uitvoer
from tests.factories.enquetes import survey
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db


def list_of(wijk: Wijk) -> EnqueteIndexPage:
    return EnqueteIndexPage.objects.get(wijk=wijk)


def test_its_answers_are_for_the_new_team_and_not_for_the_old_one(
    as_joris: Client, as_fatma: Client, joris: User, haven: Wijk, sluis: Wijk
) -> None:
    enquete = survey(list_of(haven))
    Uitvoer.objects.create(enquete=enquete, wijk=haven, made_by=joris)
    screens = [
        f"/beheer/enquetes/uitslag/{enquete.pk}/",
        f"/beheer/enquetes/{enquete.pk}/respons/",
        f"/beheer/uitvoer/{enquete.pk}/",
    ]
    assert {as_joris.get(url).status_code for url in screens} == {200}
    assert 200 not in {as_fatma.get(url).status_code for url in screens}

    EnquetePage.objects.get(translation_key=enquete.translation_key).move(
        list_of(sluis), pos="last-child"
    )

    assert Enquete.objects.get(pk=enquete.pk).wijk_id == sluis.pk
    assert Uitvoer.objects.get().wijk_id == sluis.pk
    assert 200 not in {as_joris.get(url).status_code for url in screens}
    assert {as_fatma.get(url).status_code for url in screens} == {200}


def test_moving_within_the_ward_changes_nothing(haven: Wijk) -> None:
    enquete = survey(list_of(haven))
    EnquetePage.objects.get().move(list_of(haven), pos="first-child")
    assert Enquete.objects.get(pk=enquete.pk).wijk_id == haven.pk
