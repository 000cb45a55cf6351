"""Thirty days after it is over nobody knows any more who helped (R-12)."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from core.privacy.engine import erase_person, export_person, purge
from tests.factories.initiatieven import initiatief, need
from wijkteams.initiatieven import services
from wijkteams.initiatieven.hulp import asking
from wijkteams.initiatieven.hulp import services as helping
from wijkteams.initiatieven.hulp.counting import found
from wijkteams.initiatieven.hulp.privacy import AFTER, UNCONFIRMED
from wijkteams.initiatieven.models import HulpAanbod, HulpVraag, Staat
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
MAIL = "sjoukje@merkteken.example"
KEY = "initiatieven-hulp"


@pytest.fixture
def drivers(haven: Wijk) -> HulpVraag:
    with time_machine.travel(NOW, tick=False):
        return need(initiatief(haven))


def offered(vraag: HulpVraag, **other: Any) -> HulpAanbod:
    told = {"name": "Sjoukje", "email": MAIL, "phone": "", "aantal": 2, "bericht": "Ik rijd"}
    with time_machine.travel(NOW, tick=False):
        return helping.offer(vraag.pk, {**told, **other}, [], language="nl")


def left_at(moment: datetime) -> bool:
    purge(moment, only={KEY})
    return HulpAanbod.objects.exists()


def close(vraag: HulpVraag) -> None:
    asking.close(vraag)


def end(vraag: HulpVraag) -> None:
    services.step(vraag.initiatief_id, Staat.KLAAR, "Het is klaar.")


@pytest.mark.parametrize("over", [close, end])
def test_thirty_days_after_it_is_over(drivers: HulpVraag, over: Any) -> None:
    with time_machine.travel(NOW, tick=False):
        helping.confirm(offered(drivers).pk)
        over(drivers)

    assert left_at(NOW + AFTER - MINUTE)
    assert not left_at(NOW + AFTER)
    drivers.refresh_from_db()
    assert found(drivers) == 2  # how many there were, stays on the page


def test_what_goes_on_is_kept(drivers: HulpVraag) -> None:
    with time_machine.travel(NOW, tick=False):
        helping.confirm(offered(drivers).pk)

    assert left_at(NOW + timedelta(days=900))


def test_who_did_not_say_yes_goes_in_a_week(drivers: HulpVraag) -> None:
    offered(drivers)

    assert left_at(NOW + UNCONFIRMED - MINUTE)
    assert not left_at(NOW + UNCONFIRMED)


def test_who_left_a_number_waits_for_a_call_no_longer_than_a_month(drivers: HulpVraag) -> None:
    offered(drivers, email="", phone="0612345678")

    assert left_at(NOW + AFTER - MINUTE)
    assert not left_at(NOW + AFTER)


def test_who_asks_gets_it_and_who_wants_so_is_forgotten(drivers: HulpVraag) -> None:
    helping.confirm(offered(drivers, phone="0698765432").pk)
    text = json.dumps(export_person(MAIL), ensure_ascii=False)
    for word in ("Ik rijd", "0698765432", "Boodschappenbus", "Chauffeurs"):
        assert word in text, word

    erase_person(MAIL)

    assert not HulpAanbod.objects.exists()
    assert found(drivers) == 0


def test_a_telephone_number_finds_who_left_no_address(drivers: HulpVraag) -> None:
    offered(drivers, email="", phone="0698765432")

    erase_person("iemand@anders.example", also=["06-98765432"])

    assert not HulpAanbod.objects.exists()


def again_by_a_step(vraag: HulpVraag) -> None:
    services.step(vraag.initiatief_id, Staat.BEZIG, "Wij beginnen weer.")


def again_by_the_need(vraag: HulpVraag) -> None:
    asking.reopen(vraag)


@pytest.mark.parametrize(
    ("over", "again"), [(end, again_by_a_step), (close, again_by_the_need)], ids=["step", "need"]
)
@pytest.mark.parametrize(("days", "known"), [(29, 2), (31, 0)])
def test_what_begins_again_asks_for_those_who_are_forgotten(
    drivers: HulpVraag, over: Any, again: Any, days: int, known: int
) -> None:
    asking.numbers(drivers, aantal=2, elders_gevonden=0)
    with time_machine.travel(NOW, tick=False):
        helping.confirm(offered(drivers).pk)
        over(drivers)
    later = NOW + timedelta(days=days)
    purge(later, only={KEY})

    with time_machine.travel(later, tick=False):
        again(HulpVraag.objects.get())

    vraag = HulpVraag.objects.select_related("initiatief").get()
    assert found(vraag) == known
    assert vraag.initiatief.zoekt_hulp is (known < 2)
