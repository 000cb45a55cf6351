"""Sixty days of silence: one friendly mail with three buttons; then the team calls."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client

from accounts.models import User
from tests.factories.initiatieven import initiatief, initiator
from wijkteams.initiatieven.beheren import stale
from wijkteams.initiatieven.models import Initiatief, Initiatiefnemer, Staat, Wijziging
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)
LATER = NOW + stale.SILENT
MINUTE = timedelta(minutes=1)


@pytest.fixture
def bus(haven: Wijk) -> Initiatief:
    return initiatief(haven, laatste_teken=NOW, staat=Staat.BEZIG)


@pytest.fixture
def rie(bus: Initiatief) -> Initiatiefnemer:
    return initiator(bus)


def ask(moment: datetime) -> int:
    with time_machine.travel(moment, tick=False):
        return int(stale.ask_if_going_on.call())


def links(pattern: str = r"/initiatief/loopt-nog/\S+") -> list[str]:
    return re.findall(pattern, mail.outbox[-1].body)


def test_asked_once_after_sixty_days(rie: Initiatiefnemer) -> None:
    assert ask(LATER - MINUTE) == 0
    assert ask(LATER) == 1
    assert ask(LATER + timedelta(days=20)) == 0
    assert mail.outbox[-1].to == ["rie@voorbeeld.nl"]
    assert len(links()) == 3


@pytest.mark.parametrize(
    "fields", [{"staat": Staat.KLAAR}, {"is_live": False}, {"gevraagd_op": NOW}]
)
def test_what_ended_or_is_not_on_the_site_is_not_asked_about(
    bus: Initiatief, rie: Initiatiefnemer, fields: dict[str, object]
) -> None:
    Initiatief.objects.update(**fields)

    assert ask(LATER) == 0


def test_looking_changes_nothing_and_one_button_is_enough(
    client: Client, bus: Initiatief, rie: Initiatiefnemer
) -> None:
    ask(LATER)
    for link in links():
        for _n in range(5):
            assert client.get(link).status_code == 200
    bus.refresh_from_db()
    assert bus.gevraagd_op is not None

    response = client.post(links()[0], {"hoe": "ja"}, follow=True)

    assert "Dank u wel" in response.content.decode()
    bus.refresh_from_db()
    assert bus.gevraagd_op is None
    assert bus.laatste_teken > LATER


@pytest.mark.parametrize(("hoe", "staat"), [("klaar", Staat.KLAAR), ("gestopt", Staat.GESTOPT)])
def test_done_or_stopped_without_a_word_is_said_at_once(
    client: Client, bus: Initiatief, rie: Initiatiefnemer, hoe: str, staat: str
) -> None:
    ask(LATER)
    for _n in range(2):
        client.post(links()[0], {"hoe": hoe, "zin": ""})

    bus.refresh_from_db()
    assert bus.staat == staat
    assert bus.stappen.filter(naar=staat).count() == 1


def test_their_own_sentence_waits_for_the_team(
    client: Client, bus: Initiatief, rie: Initiatiefnemer
) -> None:
    ask(LATER)
    wrong = client.post(links()[0], {"hoe": "klaar", "zin": "x" * 301})
    assert "hooguit 300 tekens" in wrong.content.decode()
    client.post(links()[0], {"hoe": "klaar", "zin": "Wij reden 90 keer."})

    bus.refresh_from_db()
    assert bus.staat == Staat.BEZIG
    assert Wijziging.objects.get().inhoud == {"staat": "klaar", "zin": "Wij reden 90 keer."}


def test_no_answer_comes_in_the_queue_of_the_own_team(
    bus: Initiatief, rie: Initiatiefnemer, joris: User, fatma: User
) -> None:
    ask(LATER)
    day = LATER + stale.NO_ANSWER

    assert not stale.silent(joris, day - MINUTE).exists()
    assert list(stale.silent(joris, day)) == [bus]
    assert not stale.silent(fatma, day).exists()


def test_of_who_has_no_mail_the_team_hears_at_once(bus: Initiatief, joris: User) -> None:
    initiator(bus, email="", phone="0612345678")

    assert ask(LATER) == 0
    assert list(stale.silent(joris, LATER)) == [bus]
