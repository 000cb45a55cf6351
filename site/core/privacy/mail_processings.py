"""What the queue of mail keeps about people, and (in the demo) the caught mail."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult

from core.privacy.person import Person
from core.privacy.register import Processing, register

TASKS_KEPT = timedelta(days=7)


def _count(result: tuple[int, dict[str, int]]) -> int:
    return result[0]


# --- mail in the queue ----------------------------------------------------------------------------
def _tasks_of(person: Person) -> list[Any]:
    rows = DBTaskResult.objects.annotate(
        _text=Cast("args_kwargs", models.TextField()),
        _value=Cast("return_value", models.TextField()),
    )
    found: list[Any] = []
    for needle in person.needles:
        query = Q(_text__icontains=needle) | Q(_value__icontains=needle)
        found += rows.filter(query | Q(traceback__icontains=needle))
    return found


def _export_tasks(person: Person) -> list[dict[str, Any]]:
    return [
        {"klaargezet": task.enqueued_at.isoformat(), "inhoud": task.args_kwargs}
        for task in _tasks_of(person)
    ]


def _erase_tasks(person: Person) -> int:
    return _count(DBTaskResult.objects.filter(pk__in=[t.pk for t in _tasks_of(person)]).delete())


def _purge_tasks(now: datetime) -> int:
    return _count(DBTaskResult.objects.filter(finished_at__lte=now - TASKS_KEPT).delete())


# --- caught mail (demo only) ----------------------------------------------------------------------
def _caught_files() -> list[Path]:
    folder = settings.MAIL_CAUGHT_DIR
    return sorted(path for path in Path(folder).glob("*") if path.is_file()) if folder else []


def _erase_caught(person: Person) -> int:
    found = [p for p in _caught_files() if person.pattern.search(p.read_text(errors="replace"))]
    return _remove(found)


def _purge_caught(now: datetime) -> int:
    oldest = (now - TASKS_KEPT).timestamp()
    return _remove([path for path in _caught_files() if path.stat().st_mtime <= oldest])


def _remove(paths: list[Path]) -> int:
    """Only when the transaction succeeds: a file does not come back with a rollback."""
    for path in paths:
        transaction.on_commit(lambda path=path: path.unlink(missing_ok=True))  # type: ignore[misc]
    return len(paths)


def declare_mail() -> None:
    """Called when the app is ready."""
    register(
        Processing(
            key="post",
            title=_("E-mail die wij sturen"),
            who=_("Wie een e-mail van ons krijgt"),
            data=(_("e-mailadres"), _("de tekst van de e-mail")),
            purpose=_("De e-mail kunnen versturen, en opnieuw proberen als dat niet lukt."),
            ground=_("Nodig voor wat u hebt gevraagd."),
            retention=_("7 dagen na het versturen."),
            keep=TASKS_KEPT,
            covers={"django_tasks_database.DBTaskResult": ("args_kwargs",)},
            export=_export_tasks,
            erase=_erase_tasks,
            purge=_purge_tasks,
        )
    )
    if settings.MAIL_CAUGHT_DIR:
        register(
            Processing(
                key="opgevangen-post",
                title=_("Opgevangen e-mail (alleen in deze proefopstelling)"),
                who=_("Wie een e-mail zou krijgen"),
                data=(_("e-mailadres"), _("de tekst van de e-mail")),
                purpose=_("Laten zien welke e-mail de site stuurt, zonder die te versturen."),
                ground=_("Gerechtvaardigd belang: de site uitproberen."),
                retention=_("7 dagen."),
                keep=TASKS_KEPT,
                erase=_erase_caught,
                purge=_purge_caught,
            )
        )
