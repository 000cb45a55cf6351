"""Signing up closes some hours before: lists say so from then on, not a night later."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
import time_machine

from wijkteams.activiteiten.aanmelden.closing import LOOK_BACK, close_sign_ups
from wijkteams.activiteiten.models import ActiviteitPage, AgendaPage, Keer
from wijkteams.models import Vermelding


@pytest.fixture
def start(haven_agenda: AgendaPage, page: ActiviteitPage) -> datetime:
    """One can sign up until two days before."""
    page.closes_hours_before = 48
    page.save_revision().publish()
    return Keer.objects.get(activiteit__translation_key=page.translation_key).starts_at


def in_lists() -> str:
    return str(Vermelding.objects.values_list("status", flat=True).get(kind="activiteit"))


def test_a_list_says_it_within_minutes(start: datetime) -> None:
    closes = start - timedelta(hours=48)
    with time_machine.travel(closes - timedelta(minutes=1), tick=False):
        assert close_sign_ups.call() == 0
    assert in_lists() == "plekken"

    with time_machine.travel(closes + timedelta(minutes=2), tick=False):
        assert close_sign_ups.call() == 1
        assert in_lists() == "dicht"


def test_what_closed_long_ago_is_not_shown_anew_each_round(start: datetime) -> None:
    with time_machine.travel(start - timedelta(hours=48) + LOOK_BACK, tick=False):
        assert close_sign_ups.call() == 0


def test_what_is_cancelled_or_asks_no_sign_up_is_left_alone(
    start: datetime, page: ActiviteitPage
) -> None:
    page.inschrijving = "geen"
    page.save_revision().publish()
    with time_machine.travel(start - timedelta(hours=48) + timedelta(minutes=1), tick=False):
        assert close_sign_ups.call() == 0
