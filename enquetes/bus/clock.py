"""Every ten minutes the bus is looked into."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from core.scheduler import register_job
from core.scheduler.alarm import register_problem
from enquetes.bus.services import empty, is_due
from enquetes.models import Enquete, Envelop

TOO_LONG = timedelta(days=3)


@task()
def empty_the_bus() -> int:
    """Lay down what may be laid down; how many answers. No answer and no key is in the task."""
    waiting = Enquete.objects.filter(pk__in=Envelop.objects.values("enquete"))
    return sum(empty(enquete) for enquete in waiting if is_due(enquete))


def problem() -> str:
    """In words, when envelopes stay closed: the key of the site was changed and not kept."""
    before = timezone.localdate() - TOO_LONG
    number = Envelop.objects.filter(dag__lt=before).count()
    if not number:
        return ""
    return _(
        "%(count)d ingevulde enquêtes kunnen niet open: de oude sleutel van de site ontbreekt."
    ) % {"count": number}


def register_jobs() -> None:
    """Called when the app is ready."""
    register_job("empty_the_bus", {"minute": "*/10"}, empty_the_bus)
    register_problem(problem)
