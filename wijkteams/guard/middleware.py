"""The second wall in front of /beheer/: asks the policy about every object an address names.

The first walls are the policies, `get_queryset` and form `clean`. This one closes what Wagtail
and wagtail-localize forget to ask. It works from declared tables: route and argument → question.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.admin.auth import permission_denied

from core.looker import looking
from wijkteams.guard.classify import rule_of
from wijkteams.guard.narrow import narrow_wagtail
from wijkteams.guard.questions import inside
from wijkteams.guard.rules import Rule, Who
from wijkteams.membership import membership_of
from wijkteams.permissions import ADMIN

ADMIN_PREFIX = "/beheer/"
MAX_QUERY = 200
ID_DIGITS = 19  # fits in the 64 bits of a database's key
NUMBERS = ("childOf", "target_pages[]")
"Of pages, in the query of Wagtail's own screens, which read them unseen."
Handler = Callable[[HttpRequest], HttpResponse]
logger = logging.getLogger(__name__)


def _make_harmless(request: HttpRequest) -> None:
    """What people type in search boxes of the CMS breaks SQLite's search (a quote) or PostgreSQL
    (NUL); what is no number breaks bulk actions."""
    query = request.GET.copy()
    if "q" in query:
        query["q"] = str(query["q"])[:MAX_QUERY].replace('"', " ").replace("\x00", " ")
    # A block is no row: the preview in the block picker names it by a word.
    if "id" in query and request.path != f"{ADMIN_PREFIX}block-preview/":
        ids = query.getlist("id")
        query.setlist("id", [pk for pk in ids if _is_id(pk) or _means_all(pk, request)])
    for name in NUMBERS:
        if name in query:
            query.setlist(name, [pk for pk in query.getlist(name) if _is_id(pk)])
    request.GET = query  # type: ignore[assignment]


def _means_all(text: str, request: HttpRequest) -> bool:
    """All that a list shows; without saying which list it would be all pages of the city."""
    is_bulk = request.path.startswith(f"{ADMIN_PREFIX}bulk/")
    says_which = "childOf" in request.GET or "q" in request.GET
    return text == "all" and is_bulk and (says_which or "/page/" not in request.path)


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < ID_DIGITS


class GuardMiddleware:
    """Refuses, as Wagtail does, what the tables refuse."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response
        narrow_wagtail()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(ADMIN_PREFIX):
            return self.get_response(request)
        _make_harmless(request)
        with looking(request.user):
            return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        if not request.path.startswith(ADMIN_PREFIX):
            return None
        name = request.resolver_match.view_name if request.resolver_match else ""
        rule = rule_of(name)
        if rule is None:
            logger.error("%s stands in no table of wijkteams/guard: nobody may open it.", name)
            raise PermissionDenied
        if rule.who is Who.NOBODY:
            raise Http404
        if rule.who is Who.ANYBODY or not request.user.is_authenticated:
            return None  # who is not logged in is sent to the log-in screen by the view
        if not request.user.has_perm(ADMIN):
            raise PermissionDenied  # without this, logging in and coming back would go on for ever
        numbers = {argument: _numbers(request, argument, kwargs, rule) for argument in rule.asks}
        allowed = _is_allowed(request.user, rule, numbers, kwargs)
        return None if allowed else permission_denied(request)


def _is_allowed(
    user: Any, rule: Rule, numbers: Mapping[str, list[int]], words: Mapping[str, Any]
) -> bool:
    if membership_of(user).is_city:
        return True
    if rule.who is Who.CITY:
        return False
    return all(question(user, numbers[name], words) for name, question in rule.asks.items())


def _numbers(
    request: HttpRequest, argument: str, kwargs: Mapping[str, Any], rule: Rule
) -> list[int]:
    """The numbers that an argument of the route, or ('?') of the query, holds."""
    if argument.startswith("="):
        return [int(pk) for pk in request.POST.getlist(argument[1:]) if _is_id(pk)]
    if argument.startswith("?"):
        return [int(pk) for pk in request.GET.getlist(argument[1:]) if _is_id(pk)]
    if argument not in kwargs or rule.asks[argument] is inside:
        return []
    if not _is_id(str(kwargs[argument])):
        raise Http404  # no row has such a number, and some databases break on it
    return [int(kwargs[argument])]
