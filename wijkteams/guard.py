"""The second wall in front of /beheer/: asks the policy about every object an address names.

The first walls are the policies, `get_queryset` and form `clean`. This one closes what Wagtail
and wagtail-localize forget to ask. It works from a declared table: route and argument → question.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from wagtail.models import Page

from wijkteams.permissions import page_policy

ADMIN_PREFIX = "/beheer/"
MAX_QUERY = 200
ID_DIGITS = 19  # fits in the 64 bits of a database's key
Handler = Callable[[HttpRequest], HttpResponse]


def _may_translate_page(request: HttpRequest, page_id: int) -> bool:
    page = get_object_or_404(Page, pk=page_id)
    return page_policy().user_has_permission_for_instance(request.user, "change", page)


def _may_translate_source(request: HttpRequest, translation_source_id: int) -> bool:
    from wagtail_localize.models import TranslationSource

    source = get_object_or_404(TranslationSource, pk=translation_source_id)
    instance = source.get_source_instance()
    if not isinstance(instance, Page):
        return bool(request.user.is_superuser)
    return page_policy().user_has_permission_for_instance(request.user, "change", instance)


# wagtail-localize asks only `has_perm`: without this a volunteer of one ward could make a
# translation, so a published page, in another's tree.
QUESTIONS: dict[str, Callable[..., bool]] = {
    "wagtail_localize:submit_page_translation": _may_translate_page,
    "wagtail_localize:update_translations": _may_translate_source,
}


def _make_harmless(request: HttpRequest) -> None:
    """What people type in search boxes of the CMS breaks SQLite's search (a quote) or PostgreSQL
    (NUL); what is no number breaks bulk actions."""
    query = request.GET.copy()
    if "q" in query:
        query["q"] = str(query["q"])[:MAX_QUERY].replace('"', " ").replace("\x00", " ")
    if request.path.startswith(f"{ADMIN_PREFIX}bulk/"):
        ids = [pk for pk in query.getlist("id") if pk == "all" or _is_id(pk)]
        query.setlist("id", ids)
    request.GET = query  # type: ignore[assignment]


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < ID_DIGITS


class GuardMiddleware:
    """Refuses (as Wagtail does: PermissionDenied) what the table's question refuses."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(ADMIN_PREFIX):
            _make_harmless(request)
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> None:
        match = request.resolver_match
        question = QUESTIONS.get(match.view_name) if match else None
        if (
            question is not None
            and request.user.is_authenticated
            and not question(request, **kwargs)
        ):
            raise PermissionDenied
