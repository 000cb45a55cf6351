"""The clock only enqueues; the worker does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import override_settings
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from core.scheduler import jobs, register_job
from core.scheduler.clock import enqueue, make_clock
from core.scheduler.registry import _JOBS, Job
from core.scheduler.tasks import heartbeat
from nieuws.models import NieuwsIndexPage, NieuwsPage
from tests.factories import news


@pytest.fixture
def queue(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Tasks wait in the database, as on a real site. The test's own connection stays open."""
    for module in ("core.scheduler.clock", "django_tasks_db.management.commands.db_worker"):
        monkeypatch.setattr(f"{module}.close_old_connections", lambda: None)
    with override_settings(TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}):
        yield


def job(name: str) -> Job:
    [found] = [job for job in jobs() if job.name == name]
    return found


def waiting() -> list[str]:
    return sorted(
        path.rpartition(".")[2]
        for path in DBTaskResult.objects.ready().values_list("task_path", flat=True)
    )


def work() -> None:
    call_command("work", batch=True)


def test_site_has_its_own_jobs() -> None:
    assert {"heartbeat", "publish_scheduled", "prune_results", "clear_sessions"} <= {
        job.name for job in jobs()
    }


def test_two_jobs_cannot_have_one_name() -> None:
    with pytest.raises(ValueError, match="heartbeat"):
        register_job("heartbeat", {"minute": "*"}, object())
    assert _JOBS["heartbeat"].task is heartbeat


def test_every_job_is_due_at_the_start_and_by_its_clock() -> None:
    clock = make_clock()
    clock.start(paused=True)
    planned = {found.id: found for found in clock.get_jobs()}
    clock.shutdown(wait=False)

    assert set(planned) == {job.name for job in jobs()}
    soon = timezone.now() + timedelta(seconds=10)
    assert all(found.next_run_time < soon for found in planned.values())
    assert "minute='*'" in str(planned["heartbeat"].trigger)


def test_job_enqueues_its_task_once(queue: None) -> None:
    assert enqueue(job("heartbeat")) is True
    assert enqueue(job("heartbeat")) is False
    assert waiting() == ["heartbeat"]


def test_worker_empties_the_queue(queue: None) -> None:
    enqueue(job("heartbeat"))
    enqueue(job("clear_sessions"))

    work()

    assert waiting() == []
    assert DBTaskResult.objects.successful().count() == 2


def test_page_is_published_when_its_moment_has_come(
    queue: None, haven_news: NieuwsIndexPage
) -> None:
    page = news(haven_news, "Straks", live=False)
    page.go_live_at = timezone.now() - timedelta(seconds=1)
    page.save_revision(approved_go_live_at=page.go_live_at)
    enqueue(job("publish_scheduled"))

    work()

    assert NieuwsPage.objects.get(pk=page.pk).live is True


def test_results_are_forgotten_after_a_day_and_failures_after_a_month(queue: None) -> None:
    for status, days in [("SUCCESSFUL", 2), ("FAILED", 2), ("FAILED", 31)]:
        heartbeat.enqueue()
        DBTaskResult.objects.ready().update(
            status=status, finished_at=timezone.now() - timedelta(days=days)
        )
    enqueue(job("prune_results"))

    work()

    kept = DBTaskResult.objects.filter(task_path=heartbeat.module_path)
    assert [result.status for result in kept] == ["FAILED"]


@task()
def _broken() -> None:
    raise RuntimeError("stuk")


def test_failing_task_does_not_stop_the_worker(queue: None) -> None:
    _broken.enqueue()
    enqueue(job("heartbeat"))

    work()

    assert DBTaskResult.objects.failed().count() == 1
    assert DBTaskResult.objects.successful().count() == 1


def test_saved_page_is_found_at_once_and_without_a_worker(
    queue: None, haven_news: NieuwsIndexPage
) -> None:
    from core.search.results import search_pages

    news(haven_news, "Fietspad langs de sluis")

    assert search_pages("fietspad", "nl").total == 1
