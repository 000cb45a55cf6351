"""Counting how often a link in an edition is followed: numbers, and nothing of who it was (N9).

A link that counts ends on `?nb=<edition>`, the same for every reader. Such an address is never
answered from what is kept (core.page_cache and nginx keep no address with a question), so it comes
here. We count one, and send the reader on to the address without it: that one is answered from
what is kept as always, it is what a reader passes on, and no second visit counts.

Only links that stand in that very edition count, so nobody can fill the table or make us lead
readers elsewhere. No cookie, no address of a network, no moment: there is nothing to follow.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.db import DatabaseError
from django.db.models import F
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.encoding import escape_uri_path

from core.absolute import absolute
from nieuws.models import Editie, Kliktelling
from nieuws.nieuwsbrief.rendering import CLICK

LONGEST_NUMBER = 18
LONGEST_PATH = 300
Handler = Callable[[HttpRequest], HttpResponse]
logger = logging.getLogger(__name__)


class ClickMiddleware:
    """Stands before sessions and languages: what goes on from here is asked anew."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        query = request.META.get("QUERY_STRING", "")
        if f"{CLICK}=" not in query or request.method not in {"GET", "HEAD"}:
            return self.get_response(request)
        number, rest = _parts(query)
        path = escape_uri_path(request.path)
        editie = _edition_with(number, path, rest)
        if editie is None:
            return self.get_response(request)
        if request.method == "GET" and not _is_only_getting_ready(request):
            _count(editie, path)
        response = HttpResponseRedirect(f"{path}?{rest}" if rest else path)
        response["Cache-Control"] = "no-store"
        return response


def _parts(query: str) -> tuple[str, str]:
    """The number of the edition, and the question without it, as it was sent."""
    number, rest = "", []
    for part in query.split("&"):
        name, _is, value = part.partition("=")
        if name == CLICK:
            number = value
        else:
            rest.append(part)
    return number, "&".join(rest)


def _edition_with(number: str, path: str, rest: str) -> Editie | None:
    """The edition of this number, if it counts and this link stands in it."""
    is_number = number.isascii() and number.isdigit() and len(number) <= LONGEST_NUMBER
    if not is_number or len(path) > LONGEST_PATH or path.startswith("//"):
        return None
    link = f"{absolute(path)}?{f'{rest}&' if rest else ''}{CLICK}={number}"
    rows = Editie.objects.filter(pk=int(number), count_clicks=True).only("pk", "html")
    editie = rows.first()
    if editie is None or f'"{link.replace("&", "&amp;")}' not in editie.html:
        return None
    return editie


def _is_only_getting_ready(request: HttpRequest) -> bool:
    """Whether a browser fetches it in case somebody wants it."""
    headers = (request.headers.get("Sec-Purpose", ""), request.headers.get("Purpose", ""))
    return any("prefetch" in value for value in headers)


def _count(editie: Editie, path: str) -> None:
    """One more. When the database has no time, the reader goes before the number."""
    try:
        row, _is_new = Kliktelling.objects.get_or_create(editie=editie, path=path)
        Kliktelling.objects.filter(pk=row.pk).update(count=F("count") + 1)
    except DatabaseError:
        logger.warning("A click in edition %s was not counted.", editie.pk)
