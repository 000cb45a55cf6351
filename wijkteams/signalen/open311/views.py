"""The addresses of GeoReport v2. Everybody may read; only a key in what is sent may tell.

No cookie counts here, so nothing of ours needs to stand against forgery (rule R-30).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeAlias

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from core.absolute import absolute
from core.models import StadInstellingen
from wijkteams.signalen.open311 import asked, fields, reading, telling
from wijkteams.signalen.open311.answers import CONTENT_TYPES, JSON, XML, RefusedError, written
from wijkteams.signalen.open311.answers import refusal as refused

Root: TypeAlias = "tuple[str, Any]"
SPECIFICATION = "http://wiki.open311.org/GeoReport_v2"
CHANGED = "2026-11-22T00:00:00Z"
"When these addresses last answered otherwise than before."
READ = ("GET", "HEAD")


def spoken(
    *methods: str,
) -> Callable[[Callable[..., Root]], Callable[..., HttpResponse]]:
    """Say what a view gives in the form of the address; what it refuses too."""

    def made(view: Callable[..., Root]) -> Callable[..., HttpResponse]:
        @csrf_exempt
        @never_cache
        @wraps(view)
        def answer(request: HttpRequest, fmt: str, **kwargs: str) -> HttpResponse:
            if request.method == "OPTIONS":
                response = HttpResponse(status=204)
            else:
                response = _answered(view, request, fmt, methods, **kwargs)
            response["Allow"] = ", ".join((*methods, "OPTIONS"))
            response["Access-Control-Allow-Origin"] = "*"
            response["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
            return response

        return answer

    return made


def _answered(
    view: Callable[..., Root],
    request: HttpRequest,
    fmt: str,
    methods: tuple[str, ...],
    **kwargs: str,
) -> HttpResponse:
    try:
        if request.method not in methods:
            raise RefusedError(405, "this method is not allowed here")
        with translation.override("nl"):
            return written(fmt, *view(request, **kwargs))
    except RefusedError as error:
        return refused(fmt, error)
    except (SuspiciousOperation, MultiPartParserError, UnreadablePostError):
        return refused(fmt, RefusedError(400, "what was sent is no form, or too large"))


@spoken(*READ)
def services(request: HttpRequest) -> Root:
    """GET Service List."""
    rows = reading.categories(asked.wijk_of(request.GET))
    return "services", [fields.service(row) for row in rows]


@spoken(*READ)
def service(request: HttpRequest, code: str) -> Root:
    """GET Service Definition. No category asks more than the standard does."""
    found = reading.category(request.GET, asked.wijk_of(request.GET), code)
    return "service_definition", {"service_code": found.slug, "attributes": []}


@spoken(*READ, "POST")
def requests(request: HttpRequest) -> Root:
    """GET Service Requests, and POST Service Request."""
    if request.method == "POST":
        signaal = telling.take(request)
        notice = _("Het wijkteam kijkt ernaar. Daarna komt het op de site.")
        told = {"service_request_id": signaal.code, "service_notice": notice, "account_id": None}
        return "service_requests", [told]
    rows = reading.signals(request.GET)
    return "service_requests", fields.requests(rows, extended=_extended(request))


@spoken(*READ)
def one_request(request: HttpRequest, code: str) -> Root:
    """GET Service Request."""
    rows = reading.one(request.GET, code)
    return "service_requests", fields.requests(rows, extended=_extended(request))


@spoken(*READ)
def updates(request: HttpRequest) -> Root:
    """GET Service Request Updates, of mySociety's extension."""
    return "service_request_updates", fields.updates(reading.steps(request.GET))


@spoken(*READ)
def discovery(request: HttpRequest) -> Root:
    """Service Discovery."""
    stad = StadInstellingen.objects.filter(site__is_default_site=True).first()
    endpoint = {
        "specification": SPECIFICATION,
        "url": absolute("/georeport/v2"),
        "changeset": CHANGED,
        "type": "production",
        "formats": [CONTENT_TYPES[fmt].partition(";")[0] for fmt in (XML, JSON)],
    }
    return "discovery", {
        "changeset": CHANGED,
        "contact": stad.contact_email if stad else "",
        "key_service": _("Vraag het wijkteam om een sleutel."),
        "endpoints": [endpoint],
    }


@spoken(*READ, "POST", "PUT", "PATCH", "DELETE")
def nothing(request: HttpRequest, rest: str = "") -> Root:
    """Any other address."""
    raise RefusedError(404, "there is no such resource; end the address with .json or .xml")


def _extended(request: HttpRequest) -> bool:
    return asked.text_of(request.GET, "extended", most=20).lower() in {"true", "1", "yes"}
