"""Two workers with two clocks, and workers that die: nothing twice, nothing lost (R-39)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.db import OperationalError
from django.test import override_settings
from django.utils import timezone
from django_tasks import task
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from core.management.commands.work import make_worker
from core.models import Klokslag, Werker
from core.scheduler import clock, lives
from core.scheduler.clock import enqueue
from core.scheduler.registry import Job
from core.scheduler.tasks import clear_sessions, heartbeat

EACH_MINUTE = Job("proef", {"minute": "*"}, heartbeat)
EACH_NIGHT = Job("nacht", {"hour": 3, "minute": 10}, clear_sessions)


@pytest.fixture(autouse=True)
def queue(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Tasks wait in the database. The test's own connection stays open."""
    for module in (
        "core.scheduler.clock",
        "core.scheduler.lives",
        "django_tasks_db.management.commands.db_worker",
    ):
        monkeypatch.setattr(f"{module}.close_old_connections", lambda: None)
    with override_settings(TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}):
        yield


def finish_all() -> None:
    DBTaskResult.objects.update(status="SUCCESSFUL", finished_at=timezone.now())


def times_enqueued(job: Job, moments: list[datetime]) -> int:
    """How often the job's task was put in the queue by clocks that struck at these moments."""
    count = 0
    for moment in moments:
        with time_machine.travel(moment, tick=False):
            count += enqueue(job)
            finish_all()
    return count


def test_second_clock_of_the_same_minute_enqueues_nothing() -> None:
    moment = datetime(2026, 11, 22, 12, 0, 0, 20_000, tzinfo=UTC)
    later = moment + timedelta(milliseconds=300)

    assert times_enqueued(EACH_MINUTE, [moment, later]) == 1
    assert times_enqueued(EACH_MINUTE, [moment + timedelta(minutes=1)]) == 1


def test_without_the_mark_in_the_database_it_would_run_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Control: the first is done already, so that it does not wait any more."""
    monkeypatch.setattr(clock, "first_in_period", lambda job, until: True)
    moment = datetime(2026, 11, 22, 12, 0, 0, 20_000, tzinfo=UTC)

    assert times_enqueued(EACH_MINUTE, [moment, moment + timedelta(milliseconds=300)]) == 2


def test_clock_that_jumps_ahead_and_back_goes_on() -> None:
    now = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
    moments = [now, now + timedelta(days=400), now + timedelta(minutes=1)]

    assert times_enqueued(EACH_MINUTE, moments) == 3


@pytest.mark.parametrize(
    "day", [datetime(2026, 3, 29, tzinfo=UTC), datetime(2026, 10, 25, tzinfo=UTC)]
)
def test_night_in_which_the_clock_changes_has_one_round(day: datetime) -> None:
    """Two clocks strike each quarter of an hour; the round of 3.10 comes once a night."""
    start = day - timedelta(hours=4)
    moments = [start + timedelta(minutes=15 * place) for place in range(4 * 12)]

    rounds = times_enqueued(EACH_NIGHT, [moment for moment in moments for _clock in (1, 2)])

    assert rounds == 2  # that of the night before, at the start, and that of this night


def running_task(worker: str, deaths: int = 0) -> DBTaskResult[Any, Any]:
    heartbeat.enqueue()
    [row] = DBTaskResult.objects.ready()
    row.worker_ids = [lives.GIVEN_BACK] * deaths
    row.claim(worker)
    return row


def test_task_of_a_killed_worker_is_given_back_and_done() -> None:
    Werker.objects.create(worker_id="dood", seen_at=timezone.now() - timedelta(minutes=2))
    row = running_task("dood")

    lives.say_so("levend")
    call_command("work", batch=True)

    row.refresh_from_db()
    assert row.status == "SUCCESSFUL"


def test_task_of_a_living_worker_is_left_to_it() -> None:
    Werker.objects.create(worker_id="bezig", seen_at=timezone.now())
    row = running_task("bezig")

    lives.say_so("levend")

    row.refresh_from_db()
    assert row.status == "RUNNING"


def test_task_that_kills_three_workers_counts_as_failed() -> None:
    row = running_task("dood", deaths=lives.DEATHS - 1)

    lives.give_back_tasks_of_the_dead()

    row.refresh_from_db()
    assert (row.status, row.exception_class_path) == ("FAILED", lives.KILLED)


def test_worker_that_ends_in_order_is_not_missed() -> None:
    lives.say_so("netjes")
    lives.sign_off("netjes")

    assert not Werker.objects.exists()


def test_marks_are_one_row_per_job() -> None:
    now = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
    times_enqueued(EACH_MINUTE, [now + timedelta(minutes=minute) for minute in range(5)])

    assert Klokslag.objects.count() == 1


@task()
def _poison() -> None:
    raise RuntimeError("vergif")


def test_ten_poisoned_tasks_do_not_keep_the_others_back() -> None:
    for _time in range(10):
        _poison.enqueue()
    heartbeat.enqueue()

    call_command("work", batch=True)

    assert DBTaskResult.objects.failed().count() == 10
    assert DBTaskResult.objects.successful().count() == 1


def test_worker_waits_for_a_database_that_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ends by itself only when asked to: here by the second look, which finds the database."""
    found: list[str] = []

    def look(self: Any) -> None:
        found.append("weg" if not found else "terug")
        if found[-1] == "weg":
            raise OperationalError("connection refused")

    monkeypatch.setattr(Worker, "run", look)
    monkeypatch.setattr("core.scheduler.worker.close_old_connections", lambda: None)
    monkeypatch.setattr("core.scheduler.worker.WAIT_FOR_DATABASE", 0)

    make_worker(batch=False).run()

    assert found == ["weg", "terug"]
