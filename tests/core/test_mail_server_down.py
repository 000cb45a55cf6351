"""A mail server that is away: nothing lost, nothing twice, in order, and people know (R-35)."""

from __future__ import annotations

import smtplib
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.test import Client, override_settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from core.mail import outbox, retries
from core.mail.outbox import enqueue_message
from core.scheduler.alarm import raise_alarm

DOWN = ConnectionRefusedError(111, "Connection refused")
GREY = smtplib.SMTPRecipientsRefused({"anna@sluisdam.example": (451, b"later")})
UNKNOWN = smtplib.SMTPRecipientsRefused({"anna@sluisdam.example": (550, b"unknown")})


@pytest.fixture(autouse=True)
def queue(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(
        "django_tasks_db.management.commands.db_worker.close_old_connections", lambda: None
    )
    with override_settings(TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}):
        yield


class Sink:
    """The server: what it took, and what it says to whom."""

    def __init__(self) -> None:
        self.trouble: OSError | None = None
        self.refuses: dict[str, OSError] = {}
        self.tries = 0

    def send(self, backend: Any, messages: Any) -> int:
        self.tries += 1
        for message in messages:
            trouble = self.trouble or self.refuses.get(message.to[0])
            if trouble:
                raise trouble
        return real_send(backend, messages)


real_send = EmailBackend.send_messages


@pytest.fixture
def sink(monkeypatch: pytest.MonkeyPatch) -> Sink:
    found = Sink()
    monkeypatch.setattr(
        EmailBackend, "send_messages", lambda backend, messages: found.send(backend, messages)
    )
    return found


def write(*names: str, **more: Any) -> None:
    for name in names:
        enqueue_message(to=f"{name}@sluisdam.example", subject=name, text="Dag.", **more)


def work_for(duration: timedelta, traveller: Any, step: timedelta = timedelta(minutes=5)) -> None:
    end = timezone.now() + duration
    while timezone.now() < end:
        call_command("work", batch=True)
        traveller.shift(step)


def sent() -> list[str]:
    return [message.subject for message in mail.outbox]


def test_all_mail_of_a_day_without_server_leaves_once_and_in_order(sink: Sink) -> None:
    sink.trouble = DOWN
    with time_machine.travel(timezone.now(), tick=False) as traveller:
        names = [f"m{number:02d}" for number in range(12)]
        for name in names:
            write(name)
            work_for(timedelta(hours=2), traveller)
        assert sent() == []
        tries = sink.tries
        sink.trouble = None
        work_for(timedelta(hours=2), traveller)

    assert sent() == names
    assert tries < 24 * 3  # one at a time knocks, not every mail at every look
    assert DBTaskResult.objects.failed().count() == 0


def test_it_is_tried_for_more_than_two_days_and_then_stays_visible(sink: Sink) -> None:
    sink.trouble = DOWN
    with time_machine.travel(timezone.now(), tick=False) as traveller:
        write("anna")
        work_for(timedelta(hours=49), traveller, timedelta(minutes=30))
        assert (
            DBTaskResult.objects.ready().count()
            + DBTaskResult.objects.filter(status="READY").count()
        )
        work_for(timedelta(hours=30), traveller, timedelta(minutes=30))

    assert DBTaskResult.objects.failed().count() == 1


def test_what_expired_is_not_sent_late(sink: Sink) -> None:
    sink.trouble = DOWN
    with time_machine.travel(timezone.now(), tick=False) as traveller:
        write("gisteren", expires=timezone.now() + timedelta(hours=1))
        write("altijd")
        work_for(timedelta(hours=3), traveller)
        sink.trouble = None
        work_for(timedelta(hours=2), traveller)

    assert sent() == ["altijd"]


def test_greylisted_message_waits_alone(sink: Sink) -> None:
    sink.refuses["anna@sluisdam.example"] = GREY
    with time_machine.travel(timezone.now(), tick=False) as traveller:
        write("anna", "bob")
        call_command("work", batch=True)
        assert sent() == ["bob"]
        sink.refuses.clear()
        work_for(timedelta(minutes=15), traveller)

    assert sent() == ["bob", "anna"]


def test_refused_for_good_is_tried_once(sink: Sink) -> None:
    sink.refuses["anna@sluisdam.example"] = UNKNOWN
    with time_machine.travel(timezone.now(), tick=False) as traveller:
        write("anna")
        work_for(timedelta(hours=5), traveller)

    assert sink.tries == 1
    assert DBTaskResult.objects.failed().count() == 1


def test_without_postponing_the_mail_would_be_lost(
    sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Control: an error that nobody catches leaves the task failed."""
    monkeypatch.setattr(outbox, "postpone", lambda result, error: None)
    sink.trouble = DOWN
    with time_machine.travel(timezone.now(), tick=False) as traveller:
        write("anna")
        call_command("work", batch=True)
        sink.trouble = None
        work_for(timedelta(hours=5), traveller)

    assert sent() == []


def test_alarm_within_a_quarter_and_one_mail_an_hour(
    sink: Sink, caplog: pytest.LogCaptureFixture, client: Client
) -> None:
    sink.trouble = DOWN
    begin = timezone.now().replace(minute=0)
    with (
        time_machine.travel(begin, tick=False) as traveller,
        override_settings(ALARM_MAIL=["beheer@sluisdam.example"]),
    ):
        write("anna")
        call_command("work", batch=True)
        assert raise_alarm() == ""
        traveller.shift(timedelta(minutes=15))
        said = [raise_alarm() for _look in range(5)]

        assert all("langer dan een kwartier" in text for text in said)
        assert client.get("/healthz").status_code == 503

    alarms = DBTaskResult.objects.filter(args_kwargs__kwargs__to="beheer@sluisdam.example")
    assert alarms.count() == 1
    assert "anna" not in caplog.text


def test_two_tries_of_one_mail_can_be_seen_to_be_the_same(sink: Sink) -> None:
    write("anna")
    [row] = DBTaskResult.objects.ready()

    call_command("work", batch=True)

    assert str(row.pk) in mail.outbox[0].extra_headers["Message-ID"]


@pytest.mark.parametrize(
    ("age", "minutes"),
    [(timedelta(0), 1), (timedelta(minutes=10), 5), (timedelta(hours=30), 60)],
)
def test_waits_get_longer_up_to_an_hour(age: timedelta, minutes: int) -> None:
    assert retries.delay(age) == timedelta(minutes=minutes)
