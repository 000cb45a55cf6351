"""A turn ends in time, keeps the order, shares the work, and waits ever longer for a server."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
import time_machine
from django.conf import settings as site
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max

from core.scheduler.alarm import queue_problem
from nieuws.models import Editie, Lijst, Zending
from nieuws.verzenden import batch, lanes, turns
from nieuws.verzenden.claiming import claim_rows, of_claim
from nieuws.verzenden.starting import start
from nieuws.verzenden.turns import turn
from tests.factories.nieuws import reader
from tests.nieuws.verzenden.post import Post

pytestmark = pytest.mark.django_db


@pytest.fixture
def many(editie: Editie, lijst: Lijst) -> Editie:
    """250 readers: three batches."""
    for number in range(247):
        reader(lijst, f"lezer{number}@sluisdam.example")
    Editie.objects.filter(pk=editie.pk).update(expected=250)
    return editie


def other_work() -> None:
    DBTaskResult.objects.create(
        status="READY",
        task_path="core.mail.outbox.deliver",
        args_kwargs={"args": [], "kwargs": {}},
        queue_name="default",
        backend_name="default",
        run_after=get_date_max(),
        exception_class_path="",
        traceback="",
    )


def test_all_go_in_their_order_over_batches(many: Editie, post: Post) -> None:
    assert turn(many.pk) is None
    rows = Zending.objects.filter(editie=many).order_by("pk")
    assert post.readers == list(rows.values_list("abonnee__email", flat=True))
    assert (len(post.taken), post.connections) == (250, 3)


def test_other_mail_goes_between_two_batches(many: Editie, post: Post) -> None:
    other_work()
    again = turn(many.pk)
    assert again is not None
    assert again <= timezone.now()
    assert len(post.taken) == 100


def test_a_turn_ends_in_time(many: Editie, post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "LONGEST", 0.0001)
    assert turn(many.pk) is not None
    assert len(post.taken) <= 100


def test_a_turn_leaves_the_worker_time_to_say_that_it_lives() -> None:
    assert turns.LONGEST <= 60


def test_two_senders_never_take_the_same(many: Editie) -> None:
    start(many)
    one, other = claim_rows(many, "a" * 32), claim_rows(many, "b" * 32)
    assert len(one) == len(other) == 100
    assert not {row.pk for row in one} & {row.pk for row in other}


def test_a_claim_is_found_by_its_index() -> None:
    plan = of_claim("a" * 32).filter(status=Zending.Status.BEZIG).explain()
    if connection.vendor == "sqlite":  # PostgreSQL takes no index for a table without rows
        assert "zending_claim" in plan


def test_it_takes_a_fixed_number_of_queries_per_hundred(
    many: Editie,
    post: Post,
    django_assert_max_num_queries: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """But for the looks at who left, which go by the clock."""
    monkeypatch.setattr(batch, "LOOK_AFTER", 600)
    start(many)
    with django_assert_max_num_queries(60):
        turn(many.pk)
    assert len(post.taken) == 250


def test_while_the_server_is_away_it_is_tried_ever_less_often_for_two_days_at_least(
    editie: Editie, post: Post, settings: Any
) -> None:
    settings.EMAIL_PORT = 1
    start(editie)
    begin, tries = timezone.now(), []
    moment: Any = begin
    while moment - begin < timedelta(hours=50):
        tries.append(moment)
        with time_machine.travel(moment, tick=False):
            moment = turn(editie.pk)
        assert moment is not None
    gaps = [after - before for before, after in pairwise(tries)]
    assert gaps == sorted(gaps)
    assert gaps[0] == timedelta(minutes=1)
    assert max(gaps) <= timedelta(hours=1)
    settings.EMAIL_PORT = post.port
    with time_machine.travel(moment):
        turn(editie.pk)
    assert len(post.taken) == 3
    editie.refresh_from_db()
    assert (editie.status, editie.stalled_since) == (Editie.Status.KLAAR, None)


def test_after_a_quarter_of_an_hour_people_are_told(editie: Editie, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    turn(editie.pk)
    assert queue_problem() == ""
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        assert "nieuwsbrief" in queue_problem()


def test_one_that_should_have_begun_is_told_too(editie: Editie) -> None:
    Editie.objects.update(scheduled_for=timezone.now() - timedelta(minutes=16))
    assert "nieuwsbrief" in queue_problem()
    turn(editie.pk)
    assert queue_problem() == ""


def test_an_error_of_ours_loses_nothing_and_is_told(
    editie: Editie, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("nieuws.verzenden.turns.Batch.send", lambda _batch: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            turn(editie.pk)
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        assert "nieuwsbrief" in queue_problem()
        turn(editie.pk)
    assert len(post.taken) == 3


def test_a_mail_in_which_a_mark_is_lost_never_leaves(editie: Editie, post: Post) -> None:
    start(editie)
    Editie.objects.filter(pk=editie.pk).update(text="Zonder link om weg te gaan.", html="<p></p>")
    assert turn(editie.pk) is None
    editie.refresh_from_db()
    assert (editie.status, post.taken) == (Editie.Status.PAUZE, [])
    assert "kon niet worden gemaakt" in editie.pause_reason


@pytest.fixture
def queue(settings: Any) -> None:
    """Tasks wait in the queue, as they do on a real site."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def waiting() -> list[Any]:
    tasks = DBTaskResult.objects.filter(task_path=lanes.send_edition.module_path)
    return list(tasks.exclude(status="SUCCESSFUL"))


@pytest.mark.usefixtures("queue")
def test_the_job_gives_an_edition_its_lanes_once(editie: Editie) -> None:
    lanes.ensure_lanes(editie.pk)
    lanes.ensure_lanes(editie.pk)
    assert len(waiting()) == site.NEWSLETTER_LANES
    assert {task.priority for task in waiting()} == {lanes.PRIORITY}


@pytest.mark.usefixtures("queue")
def test_a_lane_that_was_lost_comes_back(editie: Editie) -> None:
    lanes.ensure_lanes(editie.pk)
    DBTaskResult.objects.update(status="FAILED")
    lanes.keep_sending.call()
    assert len([task for task in waiting() if task.status == "READY"]) == site.NEWSLETTER_LANES


@pytest.mark.usefixtures("queue")
def test_a_lane_puts_itself_back_until_its_moment(editie: Editie, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    lanes.send_edition.call(editie=editie.pk)
    editie.refresh_from_db()
    assert [task.run_after for task in waiting()] == [editie.next_try_at]


@pytest.mark.usefixtures("queue")
def test_resuming_does_not_wait_for_the_next_try(editie: Editie, bea: Any) -> None:
    from nieuws.verzenden.services import pause, resume

    later = timezone.now() + timedelta(hours=1)
    lanes.put_back(editie.pk, later)
    pause(editie)
    resume(editie, by=bea)
    assert later not in {task.run_after for task in waiting()}
