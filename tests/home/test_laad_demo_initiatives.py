"""The initiatives of the demo city: in every state, with help, support and a thread."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client, override_settings

from tests.home.demo_city import AS_DEMO
from wijkteams.initiatieven.hulp.counting import found
from wijkteams.initiatieven.models import (
    HulpAanbod,
    HulpVraag,
    Initiatief,
    InitiatiefAanvraag,
    Staat,
    Steun,
    WegwijzerPage,
)
from wijkteams.initiatieven.staten import may_move
from wijkteams.kanaal import Kanaal
from wijkteams.models import Vermelding, Wijk


@pytest.fixture(autouse=True)
def _loaded(told: str, db: None) -> Iterator[None]:
    with override_settings(**AS_DEMO):
        yield


def test_there_are_forty_in_every_state_and_ward() -> None:
    rows = list(Initiatief.objects.select_related("wijk"))
    assert len(rows) == 40
    assert {row.staat for row in rows} == set(Staat)
    assert {row.wijk for row in rows} == set(Wijk.objects.all())
    assert sum(row.samengevoegd_in_id is not None for row in rows) == 1
    assert sum(row.recept_van_id is not None for row in rows) == 1
    assert Vermelding.objects.filter(kind="initiatief").count() == 40


def test_every_step_is_one_that_may_be_taken() -> None:
    for row in Initiatief.objects.prefetch_related("stappen"):
        steps = list(row.stappen.all())
        assert steps[-1].naar == row.staat
        for step in steps[1:]:
            assert may_move(step.van, step.naar)
            assert step.zin


def test_counts_are_those_of_the_rows() -> None:
    for row in Initiatief.objects.all():
        assert row.aantal_steun == Steun.objects.filter(initiatief=row).count()
        open_needs = [need for need in row.hulpvragen.all() if need.is_open]
        assert row.zoekt_hulp == any(found(need) < need.aantal for need in open_needs)


def test_the_shopping_service_is_whole() -> None:
    html = Client().get("/oude-sluis/initiatieven/boodschappenservice/").content.decode()
    for words in ("7 van 8", "Woongoed Sluis", "leent de bus uit", "De supermarkt verdwijnt"):
        assert words in html
    assert "/oude-sluis/agenda/boodschappenbus/" in html
    drivers = HulpVraag.objects.get(titel="Chauffeurs op vrijdagmorgen")
    ways = set(HulpAanbod.objects.filter(hulpvraag=drivers).values_list("kanaal", flat=True))
    assert ways == {Kanaal.WEB, Kanaal.TELEFOON}


def test_ideas_wait_and_guides_help() -> None:
    assert InitiatiefAanvraag.objects.count() == 4
    assert WegwijzerPage.objects.live().count() == 3
    html = Client().get("/initiatieven/een-straatfeest/").content.decode()
    assert "Meld het feest bij de gemeente." in html
