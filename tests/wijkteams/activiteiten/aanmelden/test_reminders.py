"""Three days and three hours before, each once: however late, however often, whatever the clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from wijkteams.activiteiten.aanmelden import clock, services
from wijkteams.activiteiten.aanmelden.applicant import SignedUp
from wijkteams.activiteiten.models import Aanmelding, ActiviteitPage, Herinnering, Keer

Asks = Callable[..., SignedUp]


@pytest.fixture
def comes(asks: Asks, keer: Keer, page: ActiviteitPage) -> Keer:
    """Anna signed up long ago, and confirmed; reminders are on for days and hours."""
    ActiviteitPage.objects.update(remind_days=True, remind_hours=True)
    services.confirm(asks("Anna").aanmelding.pk)
    Aanmelding.objects.update(created_at=timezone.now() - timedelta(days=30))
    return keer


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> int:
    """Let the task run at this moment."""
    monkeypatch.setattr("wijkteams.activiteiten.aanmelden.clock.timezone.now", lambda: moment)
    return int(clock.send_reminders.call())


def test_both_are_sent_once(comes: Keer, mails: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    start = comes.starts_at
    before = (96, 72, 71, 50, 4, 3, 2, 1)
    sent = [at(monkeypatch, start - timedelta(hours=hours)) for hours in before]

    assert sent == [0, 1, 0, 0, 0, 1, 0, 0]
    assert [mail["subject"] for mail in mails()[2:]] == ["Tot binnenkort: Samen koken"] * 2
    assert "/aanmelding/" in mails()[-1]["text"]


def test_a_clock_that_jumps_back_sends_nothing_twice(
    comes: Keer, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = comes.starts_at
    assert at(monkeypatch, start - timedelta(hours=70)) == 1
    assert at(monkeypatch, start - timedelta(days=9)) == 0
    assert at(monkeypatch, start - timedelta(hours=72)) == 0


def test_a_late_worker_sends_one_and_never_after_the_start(
    comes: Keer, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert at(monkeypatch, comes.starts_at - timedelta(minutes=30)) == 1
    assert at(monkeypatch, comes.starts_at) == 0
    assert Herinnering.objects.get().kind == "uren"


def test_who_has_just_signed_up_is_not_reminded(
    comes: Keer, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = comes.starts_at - timedelta(hours=50)
    Aanmelding.objects.update(created_at=moment - timedelta(hours=1))
    assert at(monkeypatch, moment) == 0


@pytest.mark.parametrize("status", ["onbevestigd", "wachtlijst", "afgemeld", "verlopen"])
def test_only_who_comes_is_reminded(
    comes: Keer, monkeypatch: pytest.MonkeyPatch, status: str
) -> None:
    Aanmelding.objects.update(status=status)
    assert at(monkeypatch, comes.starts_at - timedelta(hours=50)) == 0


def test_what_is_off_reminds_nobody(comes: Keer, monkeypatch: pytest.MonkeyPatch) -> None:
    Keer.objects.update(cancelled_at=timezone.now())
    assert at(monkeypatch, comes.starts_at - timedelta(hours=50)) == 0


def test_the_team_can_leave_them_out(comes: Keer, monkeypatch: pytest.MonkeyPatch) -> None:
    ActiviteitPage.objects.update(remind_days=False)
    assert at(monkeypatch, comes.starts_at - timedelta(hours=50)) == 0
    assert at(monkeypatch, comes.starts_at - timedelta(hours=2)) == 1


def test_a_new_time_has_a_reminder_of_its_own(comes: Keer, monkeypatch: pytest.MonkeyPatch) -> None:
    assert at(monkeypatch, comes.starts_at - timedelta(hours=50)) == 1
    later = comes.starts_at + timedelta(days=7)
    Keer.objects.update(starts_at=later, ends_at=later + timedelta(hours=2))
    assert at(monkeypatch, later - timedelta(hours=50)) == 1
