"""What was kept long enough goes, to the day; whatever stops the round half-way (R-12)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.admin.models import FormState

from accounts.models import User
from core.models import Wislog
from core.privacy.engine import purge
from core.privacy.register import _PROCESSINGS, Processing
from core.privacy.tasks import purge_task
from wijkteams.models import Uitnodiging, Wijk
from wijkteams.roles import Rol

pytestmark = pytest.mark.django_db
NOW = datetime(2027, 3, 1, 4, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def invitation(wijk: Wijk, **fields: object) -> Uitnodiging:
    made = Uitnodiging(
        email="nieuw@sluisdam.example",
        wijk=wijk,
        rol=Rol.REDACTEUR,
        token_hash=str(Uitnodiging.objects.count()),
        **{"expires_at": NOW, **fields},
    )
    made.save()
    return made


def task(finished: datetime | None) -> DBTaskResult:
    row: DBTaskResult = DBTaskResult.objects.create(
        args_kwargs={"args": [], "kwargs": {"to": "ina@example.org"}},
        task_path="core.mail.outbox.deliver",
        queue_name="default",
        backend_name="default",
        status="SUCCESSFUL" if finished else "READY",
    )
    DBTaskResult.objects.filter(pk=row.pk).update(finished_at=finished)
    return row


@pytest.mark.parametrize(
    ("early", "stays"), [(MINUTE, True), (-MINUTE, False), (timedelta(), False)]
)
def test_invitation_goes_thirty_days_after_it_expired_or_was_accepted(
    haven: Wijk, early: timedelta, stays: bool
) -> None:
    moment = NOW - timedelta(days=30) + early
    expired = invitation(haven, expires_at=moment)
    accepted = invitation(haven, accepted_at=moment)

    purge(NOW)

    assert Uitnodiging.objects.filter(pk=expired.pk).exists() is stays
    assert Uitnodiging.objects.filter(pk=accepted.pk).exists() is stays


@pytest.mark.parametrize(("early", "stays"), [(MINUTE, True), (-MINUTE, False)])
def test_mail_goes_seven_days_after_it_was_sent(early: timedelta, stays: bool) -> None:
    row = task(NOW - timedelta(days=7) + early)

    purge(NOW)

    assert DBTaskResult.objects.filter(pk=row.pk).exists() is stays


def test_mail_that_still_waits_stays() -> None:
    row = task(None)

    purge(NOW)

    assert DBTaskResult.objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize(("early", "stays"), [(MINUTE, True), (-MINUTE, False)])
@pytest.mark.parametrize("ever", [True, False])
def test_account_goes_after_two_years_without_logging_in(
    joris: User, early: timedelta, stays: bool, ever: bool
) -> None:
    moment = NOW - timedelta(days=730) + early
    joined = moment - timedelta(days=900) if ever else moment
    User.objects.update(
        last_login=moment if ever else None,
        date_joined=joined,
        warned_30_at=NOW - timedelta(days=30),
        warned_7_at=NOW - timedelta(days=7),
    )

    purge(NOW)

    assert User.objects.filter(pk=joris.pk).exists() is stays


def test_who_runs_the_site_is_never_locked_out_by_the_purge(db: None) -> None:
    User.objects.create_superuser("beheer@sluisdam.example", last_login=NOW - timedelta(days=2000))

    purge(NOW)

    assert User.objects.filter(is_superuser=True).exists()


def test_half_filled_forms_go_after_a_day(joris: User) -> None:
    kind = ContentType.objects.get_for_model(User)
    old, new = (
        FormState.objects.create(
            data="x", user=joris, content_type=kind, object_id=str(n), last_updated_at=NOW
        )
        for n in range(2)
    )
    FormState.objects.filter(pk=old.pk).update(last_updated_at=NOW - timedelta(days=1, minutes=1))
    FormState.objects.filter(pk=new.pk).update(last_updated_at=NOW - timedelta(hours=23))

    purge(NOW)

    assert list(FormState.objects.all()) == [new]


def test_trial_run_counts_the_same_and_removes_nothing(haven: Wijk) -> None:
    invitation(haven, expires_at=NOW - timedelta(days=31))

    trial = purge(NOW, dry_run=True)

    assert trial["uitnodigingen"] == 1
    assert Uitnodiging.objects.count() == 1
    assert not Wislog.objects.exists()
    assert purge(NOW) == trial


def test_second_run_removes_nothing_more_and_logs_nothing(haven: Wijk) -> None:
    invitation(haven, expires_at=NOW - timedelta(days=31))
    purge(NOW)
    logged = Wislog.objects.count()

    report = purge(NOW)

    assert not any(report.values())
    assert Wislog.objects.count() == logged == 1


def test_round_that_was_stopped_keeps_what_it_did_and_goes_on_next_time(
    haven: Wijk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(now: datetime) -> int:
        raise RuntimeError("killed")

    broken = Processing("zzz", "x", "x", ("x",), "x", "x", "x", purge=break_down)
    monkeypatch.setitem(_PROCESSINGS, "zzz", broken)
    invitation(haven, expires_at=NOW - timedelta(days=31))

    with pytest.raises(RuntimeError):
        purge(NOW)

    assert not Uitnodiging.objects.exists()
    assert Wislog.objects.get().processing == "uitnodigingen"


def test_command_and_nightly_task_do_the_round(
    haven: Wijk, capsys: pytest.CaptureFixture[str]
) -> None:
    invitation(haven, expires_at=timezone.now() - timedelta(days=31))

    call_command("purge", "--droog")
    assert "uitnodigingen: 1" in capsys.readouterr().out
    purge_task.enqueue()

    assert not Uitnodiging.objects.exists()
