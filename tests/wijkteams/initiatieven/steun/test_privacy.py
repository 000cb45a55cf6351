"""Thirty days after it is over only numbers are left (R-12)."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.base import ContentFile

from core.privacy.engine import erase_person, export_person, purge
from tests.factories.initiatieven import initiatief
from wijkteams.initiatieven import services
from wijkteams.initiatieven.models import Initiatief, Papierlijst, Staat, Steun, Volger
from wijkteams.initiatieven.steun import following
from wijkteams.initiatieven.steun import services as supporting
from wijkteams.initiatieven.steun.counting import recount
from wijkteams.initiatieven.steun.privacy import AFTER
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
MAIL = "sjoukje@merkteken.example"
KEYS = {"initiatieven-steun", "initiatieven-volgen", "initiatieven-steunlijst"}


@pytest.fixture
def bus(haven: Wijk) -> Initiatief:
    """With somebody who supports it, who follows it, and a list on paper."""
    with time_machine.travel(NOW, tick=False):
        one = initiatief(haven)
        supporting.ask(one.pk, MAIL, uit_wijk=True, language="nl")
        following.ask(one.pk, MAIL, ritme=Volger.Ritme.WEEK, language="nl")
        lijst = Papierlijst(initiatief=one, aantal=12, opgehaald_op=NOW.date())
        lijst.scan.save("lijst.jpg", ContentFile(b"namen"), save=True)
        recount(one.pk)
    return one


def say_yes() -> None:
    with time_machine.travel(NOW, tick=False):
        supporting.confirm(Steun.objects.get().pk)
        following.confirm(Volger.objects.get().pk)


def end(one: Initiatief) -> None:
    with time_machine.travel(NOW, tick=False):
        services.step(one.pk, Staat.KLAAR, "Hij rijdt.")


def left_at(moment: datetime) -> tuple[bool, bool, bool]:
    """Of who supports, of who follows, of a list."""
    purge(moment, only=KEYS)
    return (
        Steun.objects.exclude(email="").exists(),
        Volger.objects.exists(),
        Papierlijst.objects.exclude(scan="").exists(),
    )


@pytest.mark.parametrize("merged", [False, True])
def test_thirty_days_after_it_is_over(
    bus: Initiatief, haven: Wijk, merged: bool, django_capture_on_commit_callbacks: Any
) -> None:
    say_yes()
    if merged:  # it ends with what it went on in
        other = initiatief(haven, title="Grote bus")
        Initiatief.objects.filter(pk=bus.pk).update(samengevoegd_in=other)
        end(other)
    else:
        end(bus)
    lijst = Papierlijst.objects.get()

    assert left_at(NOW + AFTER - MINUTE) == (True, True, True)
    with django_capture_on_commit_callbacks(execute=True):
        assert left_at(NOW + AFTER) == (False, False, False)

    assert not lijst.scan.storage.exists(lijst.scan.name)
    recount(bus.pk)
    bus.refresh_from_db()
    assert (bus.aantal_steun, bus.aantal_steun_wijk, bus.aantal_papier) == (1, 1, 12)
    assert MAIL not in repr(list(Steun.objects.values()))


def test_what_goes_on_is_kept(bus: Initiatief) -> None:
    say_yes()

    assert left_at(NOW + timedelta(days=900)) == (True, True, True)


def test_who_did_not_say_yes_goes_in_a_week(bus: Initiatief) -> None:
    assert left_at(NOW + supporting.TO_CONFIRM - MINUTE) == (True, True, True)
    assert left_at(NOW + supporting.TO_CONFIRM) == (False, False, True)


def test_who_asks_gets_it_and_who_wants_so_is_forgotten(bus: Initiatief) -> None:
    say_yes()
    text = json.dumps(export_person("SJOUKJE+bus@merkteken.example"), ensure_ascii=False)
    for word in (MAIL, "Boodschappenbus", "Eén keer per week", "uit de wijk"):
        assert word in text, word

    erase_person(MAIL)

    assert not Steun.objects.exists()
    assert not Volger.objects.exists()
    bus.refresh_from_db()
    assert bus.aantal_steun == 0


def test_of_others_nothing_is_touched(bus: Initiatief) -> None:
    say_yes()
    end(bus)
    left_at(NOW + AFTER)  # their support is a number now: nobody's

    erase_person("iemand@anders.example")

    assert Steun.objects.count() == 1


@pytest.mark.parametrize(("days", "before"), [(29, 1), (31, 0)])
def test_who_supports_it_once_more_after_it_began_again_counts_once(
    bus: Initiatief, days: int, before: int
) -> None:
    say_yes()
    end(bus)
    later = NOW + timedelta(days=days)
    purge(later, only=KEYS)

    with time_machine.travel(later, tick=False):
        services.step(bus.pk, Staat.BEZIG, "Hij rijdt weer.")
        bus.refresh_from_db()
        assert bus.aantal_steun == before
        supporting.ask(bus.pk, MAIL, uit_wijk=True, language="nl")
        supporting.confirm(Steun.objects.get().pk)

    bus.refresh_from_db()
    assert (bus.aantal_steun, bus.aantal_steun_wijk, bus.aantal_papier) == (1, 1, 12)
