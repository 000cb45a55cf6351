"""Publishing without the form of a page: many at once, or by agreeing with a colleague.

The form says which photo may not be on the site yet. These doors went past it, and the photo was
then simply missing: now they say the same, and publish nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.models import Page

from core.pictures.refusals import refused_pictures

SAID = 5
"So many reasons are named; who mends these sees the others."


def reasons(pages: Iterable[Page]) -> Iterator[str]:
    """Why these pages cannot be published as they are now, in words for an editor."""
    for page in pages:
        draft = page.get_latest_revision_as_object()
        for _name, reason in refused_pictures(draft, lines=True):
            yield _("'%(page)s': %(reason)s") % {
                "page": draft.get_admin_display_title(),
                "reason": reason,
            }


def _say(request: HttpRequest, found: list[str]) -> None:
    intro = ngettext(
        "Niet gepubliceerd: een foto mag nog niet op de site.",
        "Niet gepubliceerd: %(number)d foto's mogen nog niet op de site.",
        len(found),
    ) % {"number": len(found)}
    messages.error(request, " ".join([intro, *found[:SAID]]))


def refuse_in_bulk(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    """None of the pages is published when one of them has such a photo."""
    if action_type != "publish" or action.model is not Page:
        return None
    found = list(reasons(_all_of(objects, action)))
    if not found:
        return None
    _say(request, found)
    return redirect(action.next_url)


def _all_of(objects: list[Any], action: Any) -> Iterator[Page]:
    with_drafts = action.cleaned_form.cleaned_data.get("include_descendants")
    for page in objects:
        yield page
        if with_drafts:
            yield from page.get_descendants().not_live().specific().iterator(chunk_size=100)


def narrow() -> None:
    """Let agreeing with a colleague's draft ask the same; called once."""
    agree = WorkflowActionView.post

    @wraps(agree)
    def post(view: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        found = list(reasons([view.object])) if view.action_name == "approve" else []
        if not found:
            response: HttpResponse = agree(view, request, *args, **kwargs)
            return response
        _say(request, found)
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return JsonResponse({"step": "success", "redirect": view.redirect_url})
        return redirect(view.redirect_url)

    WorkflowActionView.post = post
