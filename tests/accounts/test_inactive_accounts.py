"""An account that nobody uses goes after 24 months, and never without two mails."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client

from accounts.inactivity import warn_inactive, warn_inactive_task
from accounts.models import User
from core.privacy.engine import purge
from core.scheduler import jobs
from tests.conftest import client_of
from tests.factories.people import PASSWORD

pytestmark = pytest.mark.django_db
LAST_LOGIN = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)
GONE_FROM = LAST_LOGIN + timedelta(days=730)  # 28 February 2029
SECOND = timedelta(seconds=1)


@pytest.fixture
def idle(joris: User) -> User:
    """Joris logged in once and never again."""
    User.objects.update(last_login=LAST_LOGIN, date_joined=LAST_LOGIN - timedelta(days=100))
    joris.refresh_from_db()
    mail.outbox.clear()
    return joris


def days_before(days: int) -> datetime:
    return GONE_FROM - timedelta(days=days)


def night(moment: datetime) -> int:
    """One daily round, of the warnings and of the purge; gives the number of mails."""
    before = len(mail.outbox)
    with time_machine.travel(moment, tick=False):
        warn_inactive_task.enqueue()
        purge(moment)
    return len(mail.outbox) - before


def nights(moments: Iterable[datetime]) -> list[datetime]:
    """The rounds in which mail went out."""
    return [moment for moment in moments if night(moment)]


def exists(user: User) -> bool:
    return User.objects.filter(pk=user.pk).exists()


def test_warnings_are_a_daily_job() -> None:
    [job] = [job for job in jobs() if job.name == "warn_inactive"]

    assert job.task is warn_inactive_task
    assert set(job.trigger) == {"hour", "minute"}


def test_who_does_nothing_gets_a_mail_at_30_and_7_days_and_then_goes(idle: User) -> None:
    mailed = nights(days_before(day) for day in range(60, 0, -1))

    assert mailed == [days_before(30), days_before(7)]
    assert exists(idle)
    assert night(GONE_FROM) == 0
    assert not exists(idle)


def test_nobody_is_mailed_a_second_too_early(idle: User) -> None:
    assert night(days_before(30) - SECOND) == 0
    assert night(days_before(30)) == 1


def test_both_mails_name_the_same_day_and_link_to_the_log_in(idle: User) -> None:
    night(days_before(30))
    night(days_before(7) + SECOND)

    for message in mail.outbox:
        html = str(message.alternatives[0][0])  # type: ignore[union-attr]
        assert message.to == [idle.email]
        assert "28 februari 2029" in message.subject
        for text in (str(message.body), html):
            assert "Hallo Joris," in text
            assert "28 februari 2029" in text
            assert "http://testserver/inloggen/" in text
    assert len(mail.outbox) == 2


def test_subject_keeps_the_signs_of_the_name_of_the_site(idle: User) -> None:
    from core.models import StadInstellingen

    StadInstellingen.objects.update(site_naam="Plein & Wijk")
    night(days_before(30))

    assert "Plein & Wijk" in mail.outbox[0].subject
    assert "Plein & Wijk" in str(mail.outbox[0].body)


def test_second_run_mails_nobody_again(idle: User) -> None:
    assert [night(days_before(30)) for _run in range(3)] == [1, 0, 0]
    assert [night(days_before(7)) for _run in range(3)] == [1, 0, 0]


def test_round_a_little_earlier_in_the_day_does_not_slip_the_last_mail(idle: User) -> None:
    night(days_before(30) + SECOND)

    assert night(days_before(7)) == 1


def test_late_first_run_still_gives_the_whole_thirty_days(idle: User) -> None:
    start = GONE_FROM + timedelta(days=400)

    mailed = nights(start + timedelta(days=day) for day in range(30))

    assert mailed == [start, start + timedelta(days=23)]
    assert exists(idle)
    assert all("4 mei 2030" in message.subject for message in mail.outbox)
    night(start + timedelta(days=30))
    assert not exists(idle)


def test_late_last_mail_still_gives_the_whole_seven_days(idle: User) -> None:
    night(days_before(30))
    late = GONE_FROM + timedelta(days=50)

    assert night(late) == 1
    assert "26 april 2029" in mail.outbox[-1].subject
    night(late + timedelta(days=7) - SECOND)
    assert exists(idle)
    night(late + timedelta(days=7))
    assert not exists(idle)


def test_clock_that_jumps_ahead_removes_nobody(idle: User) -> None:
    assert night(LAST_LOGIN + timedelta(days=3650)) == 1
    assert exists(idle)

    # The clock is right again: no second mail, and nobody goes before the day that was named.
    assert nights(days_before(day) for day in range(40, -10, -1)) == []
    assert exists(idle)


def test_clock_that_jumps_back_mails_nobody(idle: User) -> None:
    night(days_before(30))

    assert nights([LAST_LOGIN - timedelta(days=3650), LAST_LOGIN, days_before(30)]) == []
    assert exists(idle)


@pytest.mark.parametrize("field", ["warned_30_at", "warned_7_at"])
def test_one_mail_is_not_enough_to_remove(idle: User, field: str) -> None:
    User.objects.update(**{field: LAST_LOGIN})

    purge(GONE_FROM + timedelta(days=1000))

    assert exists(idle)


@time_machine.travel(days_before(3), tick=False)
def test_logging_in_takes_both_warnings_away(client: Client, idle: User) -> None:
    User.objects.update(warned_30_at=days_before(30), warned_7_at=days_before(7))

    client.post("/inloggen/", {"login": idle.email, "password": PASSWORD})

    idle.refresh_from_db()
    assert idle.last_login == days_before(3)
    assert (idle.warned_30_at, idle.warned_7_at) == (None, None)


def test_who_logged_in_stays_and_is_warned_anew_two_years_later(idle: User) -> None:
    night(days_before(30))
    with time_machine.travel(days_before(20), tick=False):
        client_of(idle)
    again = days_before(20) + timedelta(days=700)

    assert nights([days_before(7), GONE_FROM, again - SECOND, again]) == [again]
    assert exists(idle)


def test_who_never_logged_in_is_warned_from_the_day_they_joined(idle: User) -> None:
    User.objects.update(last_login=None, date_joined=LAST_LOGIN)

    assert nights([days_before(31), days_before(30)]) == [days_before(30)]


def test_who_runs_the_site_is_neither_mailed_nor_removed(idle: User) -> None:
    User.objects.update(is_superuser=True)

    assert nights(days_before(day) for day in (30, 7, 0, -100)) == []
    assert exists(idle)


def test_closed_account_is_told_whom_to_ask(idle: User) -> None:
    User.objects.update(is_active=False)
    night(days_before(30))

    assert "Je account staat uit." in str(mail.outbox[0].body)
    assert "Meer hoef je niet te doen" not in str(mail.outbox[0].body)


def test_failing_outbox_leaves_the_user_unwarned(
    idle: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("vol")

    monkeypatch.setattr("accounts.inactivity.enqueue_mail", fail)
    with pytest.raises(RuntimeError):
        warn_inactive(days_before(30))

    idle.refresh_from_db()
    assert idle.warned_30_at is None


def test_who_logs_in_while_the_round_runs_is_not_mailed(
    idle: User, fatma: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    User.objects.update(last_login=LAST_LOGIN)
    told: list[str] = []

    def mail_and_log_in(_name: str, *, to: str, context: dict[str, object]) -> None:
        told.append(to)
        User.objects.exclude(email=to).update(last_login=days_before(30))

    monkeypatch.setattr("accounts.inactivity.enqueue_mail", mail_and_log_in)

    assert warn_inactive(days_before(30)) == 1
    assert told == [idle.email]
