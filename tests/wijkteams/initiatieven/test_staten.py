"""Every change of state has its sentence, and only the moves of the table are made (I2)."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from tests.factories.initiatieven import initiatief, initiatief_page
from wijkteams.initiatieven import services
from wijkteams.initiatieven.models import Initiatief, Staat
from wijkteams.initiatieven.staten import MOVES
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("van", Staat.values)
def test_only_the_moves_of_the_table_are_made(haven: Wijk, van: str) -> None:
    one = initiatief(haven, staat=van)
    for naar in Staat.values:
        Initiatief.objects.filter(pk=one.pk).update(staat=van)
        if naar in MOVES[van]:
            assert services.step(one.pk, naar, "Wij gaan verder.").naar == naar
        else:
            with pytest.raises(ValidationError):
                services.step(one.pk, naar, "Wij gaan verder.")


@pytest.mark.parametrize("zin", ["", "   "])
def test_residents_are_told_why(haven: Wijk, zin: str) -> None:
    one = initiatief(haven)
    with pytest.raises(ValidationError):
        services.step(one.pk, Staat.GESTOPT, zin)
    one.refresh_from_db()
    assert one.staat == Staat.IDEE


def test_the_second_of_two_sees_what_the_first_did(haven: Wijk) -> None:
    one = initiatief(haven)
    services.step(one.pk, Staat.IN_GESPREK, "Wij praten met de buren.", seen=one.stap)
    with pytest.raises(services.StaleError) as caught:
        services.step(one.pk, Staat.GESTOPT, "Toch niet.", seen=one.stap)
    assert [stap.zin for stap in caught.value.changes] == ["Wij praten met de buren."]


def test_a_page_that_goes_off_the_site_takes_its_initiative_along(haven: Wijk) -> None:
    page = initiatief_page(haven)
    one = Initiatief.objects.get(translation_key=page.translation_key)
    assert one.is_live
    assert [stap.naar for stap in one.stappen.all()] == [Staat.IDEE]
    page.unpublish()
    one.refresh_from_db()
    assert not one.is_live
