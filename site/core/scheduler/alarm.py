"""Nothing may wait long without somebody knowing: /healthz, a line in the log, a mail an hour."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks_db.models import DBTaskResult, get_date_max

from core.mail.outbox import enqueue_message
from core.scheduler.later import PATH
from core.scheduler.periods import first_in_period

logger = logging.getLogger(__name__)

TOO_LONG = timedelta(minutes=15)
_LOOKS: list[Callable[[], str]] = []


def register_problem(look: Callable[[], str]) -> None:
    """An app's own look at what may not wait; it says in words what is wrong, '' when nothing."""
    if look not in _LOOKS:
        _LOOKS.append(look)


def late() -> dict[str, int]:
    """How many tasks wait or run too long, and how many failed in the last day."""
    now = timezone.now()
    before = now - TOO_LONG
    tasks = DBTaskResult.objects.exclude(status="SUCCESSFUL")
    # Mail that is tried again and again has a next moment: what counts is when it was written.
    waits = Q(status="READY", run_after=get_date_max()) | Q(
        status="READY", task_path="core.mail.outbox.deliver"
    )
    due = Q(status="READY", run_after__lte=before)
    return {
        "wachten": tasks.filter(waits, enqueued_at__lte=before).count()
        + tasks.filter(due).exclude(waits).count(),
        "lopen": tasks.filter(status="RUNNING", started_at__lte=now - 4 * TOO_LONG).count(),
        "mislukt": tasks.filter(status="FAILED", finished_at__gte=now - timedelta(days=1))
        .exclude(exception_class_path=PATH)
        .count(),
    }


def queue_problem() -> str:
    """In words, without what the tasks are about; empty when all goes well."""
    found = late()
    if found["wachten"]:
        return _("%(count)d taken of mails wachten langer dan een kwartier.") % {
            "count": found["wachten"]
        }
    if found["lopen"]:
        return _("%(count)d taken zijn al langer dan een uur bezig.") % {"count": found["lopen"]}
    return next((problem for look in _LOOKS if (problem := look())), "")


def raise_alarm() -> str:
    """Tell the log at each look, and people at most once an hour."""
    problem = queue_problem()
    if not problem:
        return ""
    logger.error("Queue: %s", problem)
    now = timezone.now()
    hour = now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    if settings.ALARM_MAIL and first_in_period("alarm", hour):
        _mail(problem)
    return problem


def _mail(problem: str) -> None:
    address = f"{settings.WAGTAILADMIN_BASE_URL}/beheer/taken/"
    text = _("Er gaat iets niet goed op %(site)s.\n\n%(problem)s\n\nKijk op %(address)s.\n")
    words = {"site": settings.WAGTAIL_SITE_NAME, "problem": problem, "address": address}
    for to in settings.ALARM_MAIL:
        enqueue_message(
            to=to,
            subject=_("Wijkplein: taken blijven liggen"),
            text=text % words,
            expires=timezone.now() + timedelta(hours=1),
        )
