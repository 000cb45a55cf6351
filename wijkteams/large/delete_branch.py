"""Removing a branch with hundreds of pages: off the site at once, away in the background.

Wagtail removes them one by one within the request: 15 ms each, and after half a minute the server
stops it and nothing has happened.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django_tasks import task
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions.delete import DeleteBulkAction
from wagtail.admin.views.pages.delete import DeleteView
from wagtail.admin.views.pages.utils import type_to_delete_confirmation
from wagtail.models import Page

from core import page_cache
from core.tree import branch
from wijkteams.models import Vermelding

MOST_AT_ONCE = 100
A_TURN = 200
"Between two turns the worker does what is more urgent, such as mail."
BEHIND = -20


@transaction.atomic
def begin(page: Page, user: Any) -> int:
    """Take a branch off the site and have it removed; gives back how many pages that is."""
    pages = Page.objects.filter(branch(page.path))
    Vermelding.objects.filter(branch(page.path, "page__path")).delete()
    number = pages.update(live=False, has_unpublished_changes=True)
    page_cache.drop_all("a branch is being removed")
    go_on.enqueue(page.pk, user.pk if user else None)
    return number


@task(priority=BEHIND)
def go_on(pk: int, user_pk: int | None) -> None:
    """Remove a turn of pages, the deepest first; begin again where a kill left it."""
    top = Page.objects.filter(pk=pk).first()
    if top is None:
        return
    user = get_user_model().objects.filter(pk=user_pk or 0).first()
    deepest = Page.objects.filter(branch(top.path)).order_by("-depth", "-path")
    for page in list(deepest[:A_TURN]):
        page.specific.delete(user=user)
    if Page.objects.filter(pk=pk).exists():
        go_on.enqueue(pk, user_pk)


def is_large(page: Page) -> bool:
    """Whether so many pages hang under it that nobody should wait for them to go."""
    return bool(page.get_descendant_count() > MOST_AT_ONCE)


def narrow() -> None:
    """Let Wagtail's two screens for it do so; called once."""
    delete = DeleteView.post

    @wraps(delete)
    def post(view: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        sure = not view.usage.is_protected and type_to_delete_confirmation(request)
        if not (sure and is_large(view.page)):
            response: HttpResponse = delete(view, request, *args, **kwargs)
            return response
        parent = view.page.get_parent()
        number = begin(view.page, request.user)
        text = _(
            "'%(page)s' en alles eronder staat niet meer op de site. We halen %(number)d pagina's "
            "weg. Dat duurt even: in deze lijst zie je wanneer het klaar is."
        )
        messages.success(
            request, text % {"page": view.page.get_admin_display_title(), "number": number}
        )
        return redirect("wagtailadmin_explore", parent.pk)

    DeleteView.post = post
    DeleteBulkAction.execute_action = classmethod(_delete_several)


def _delete_several(
    action: type[Any], /, objects: list[Page], user: Any = None, **kwargs: Any
) -> tuple[int, int]:
    """As Wagtail's own."""
    below = 0
    for page in objects:
        below += page.get_descendant_count()
        if is_large(page):
            begin(page, user)
        else:
            page.delete(user=user)
    return len(objects), below
