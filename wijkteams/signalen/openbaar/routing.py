"""From an address behind that of the section to one public signal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail.url_routing import RouteResult

from wijkteams.signalen.openbaar.detail import one_signal

if TYPE_CHECKING:
    from wijkteams.signalen.models import SignalenIndexPage

LIKE_A_CODE = re.compile(r"\d{4}-[2-9a-z]{6}", re.ASCII)


def route_signal(page: SignalenIndexPage, parts: list[str]) -> RouteResult | None:
    """Let the section answer for `/<wijk>/signalen/<code>/`; None for anything else behind it."""
    if not page.live or len(parts) != 1 or LIKE_A_CODE.fullmatch(parts[0]) is None:
        return None
    return RouteResult(page, kwargs={"signaal": parts[0]})


def serve_signal(page: SignalenIndexPage, request: HttpRequest, code: str) -> HttpResponseBase:
    """The page of one public signal. Never a preview of the section that it hangs below."""
    request.is_preview = False  # type: ignore[attr-defined]
    return one_signal(page, request, code)
