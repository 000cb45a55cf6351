"""Floods are stopped, and the library is not (R-40)."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.wijkteams.signalen.vertellen.telling import fill_in, send, tell
from wijkteams.models import Wijk
from wijkteams.signalen.models import Signaal, Signaalconcept
from wijkteams.signalen.vertellen import brakes

pytestmark = pytest.mark.django_db


def test_forty_people_of_one_library_all_pass(haven: Wijk) -> None:
    for number in range(40):
        tell(Client(), haven, titel=f"Signaal van bezoeker {number}")

    assert Signaal.objects.count() == 40


def test_a_program_from_one_address_does_not(haven: Wijk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(brakes.SENT, "limit", 5)
    answers = []
    for number in range(9):
        client = Client()
        fill_in(client, haven, titel=f"Spam {number}")
        answers.append(send(client))

    assert [one.status_code for one in answers] == [302] * 5 + [429] * 4
    assert int(answers[-1]["Retry-After"]) > 0
    assert Signaal.objects.count() == 5


def test_another_address_may_go_on(haven: Wijk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(brakes.SENT, "limit", 0)
    blocked, other = Client(), Client(REMOTE_ADDR="203.0.113.9")
    fill_in(blocked, haven)
    fill_in(other, haven)

    assert send(blocked).status_code == 429
    monkeypatch.setattr(brakes.SENT, "limit", 1)
    assert send(other).status_code == 302


def test_within_three_seconds_nobody_tells_a_story(client: Client, haven: Wijk) -> None:
    fill_in(client, haven)

    quick = client.post(reverse("signaal_nakijken"))
    with time_machine.travel(timezone.now() + timedelta(seconds=5), tick=False):
        later = client.post(reverse("signaal_nakijken"))

    assert quick.status_code == 429
    assert "heel snel" in quick.content.decode()
    assert later.status_code == 302


def test_the_very_same_words_and_place_are_kept_three_times(haven: Wijk) -> None:
    answers = []
    for number in range(5):
        client = Client(REMOTE_ADDR=f"203.0.113.{number}")
        fill_in(client, haven)
        answers.append(send(client))

    assert Signaal.objects.count() == brakes.EQUAL.limit
    assert "al een paar keer verteld" in answers[-1].content.decode()
    assert "vertel" in answers[-1].content.decode().lower()


def test_what_is_half_told_is_gone_after_a_day(client: Client, haven: Wijk) -> None:
    fill_in(client, haven)
    with time_machine.travel(timezone.now() + timedelta(hours=25), tick=False):
        assert client.get(reverse("signaal_nakijken")).url == reverse("signaal_nieuw")
        assert send(client).url == reverse("signaal_nieuw")

    assert not Signaal.objects.exists()


def test_the_database_does_not_hold_the_secret_of_a_concept(client: Client, haven: Wijk) -> None:
    fill_in(client, haven)
    secret = client.cookies["signaal"].value

    row = Signaalconcept.objects.get()

    assert secret not in f"{row.sleutel} {row.inhoud}"
    assert client.cookies["signaal"]["httponly"]
