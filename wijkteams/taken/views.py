"""The screen with tasks that failed or wait too long. It never shows what they are about."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from django_tasks_db.models import DBTaskResult

from core.scheduler.again import try_again
from core.scheduler.alarm import late
from wijkteams.membership import membership_of

PER_PAGE = 50


def may_see_tasks(user: Any) -> bool:
    """Whether the table of roles lets this user look after the tasks."""
    return membership_of(user).may("rows", "taak.change")


def _names() -> dict[str, str]:
    """What the most common tasks are called by people."""
    return {
        "core.mail.outbox.deliver": _("E-mail versturen"),
        "core.scheduler.tasks.publish_scheduled": _("Geplande pagina's plaatsen"),
        "core.privacy.tasks.purge_task": _("Oude persoonsgegevens verwijderen"),
        "wijkteams.maps.tasks.draw_maps": _("Kaarten tekenen"),
        "modelsearch.tasks.insert_or_update_object_task": _("Zoekmachine bijwerken"),
    }


def _item(task: Any, names: dict[str, str]) -> dict[str, Any]:
    reason = task.exception_class_path.rpartition(".")[2]
    return {
        "pk": task.pk,
        "name": names.get(task.task_path, task.task_path.rpartition(".")[2]),
        "enqueued_at": task.enqueued_at,
        "finished_at": task.finished_at,
        "reason": reason,
    }


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Failed tasks, newest first, and how much waits."""
    if not may_see_tasks(request.user):
        raise PermissionDenied
    failed = DBTaskResult.objects.failed().defer("args_kwargs", "traceback")
    page = Paginator(failed.order_by("-finished_at"), PER_PAGE).get_page(request.GET.get("p"))
    names = _names()
    context = {
        "page": page,
        "tasks": [_item(task, names) for task in page.object_list],
        "late": late(),
        "page_title": _("Taken"),
        "header_icon": "tasks",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": _("Taken")},
        ],
    }
    return render(request, "wijkteams/taken/index.html", context)


@require_POST
def again(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put one failed task in the queue again."""
    if not may_see_tasks(request.user):
        raise PermissionDenied
    if try_again(pk):
        messages.success(request, _("De taak staat weer klaar. Kijk over een minuut of het lukte."))
    else:
        messages.warning(request, _("Deze taak is er niet meer, of is al opnieuw geprobeerd."))
    return redirect("taken:index")
