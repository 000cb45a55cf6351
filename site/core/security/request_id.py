"""A number for each request, in the log and in the answer: so that a complaint can be looked up.

Also tells the log who was refused. The number is ours: what a visitor sends is not believed.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from contextvars import ContextVar

from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse

from core.security.events import DENIED, LOCKED, tell

_current: ContextVar[str] = ContextVar("request_id", default="-")
HEADER = "X-Request-ID"


def current_request_id() -> str:
    """The number of the request that is being answered; '-' outside of one."""
    return _current.get()


class RequestIdMiddleware:
    """Stands first, so that all that happens carries the number."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        number = uuid.uuid4().hex[:16]
        token = _current.set(number)
        try:
            response = self.get_response(request)
            response[HEADER] = number
            _tell_refusal(request, response)
            return response
        finally:
            _current.reset(token)


def _tell_refusal(request: HttpRequest, response: HttpResponse) -> None:
    if response.status_code == 429:
        tell(LOCKED, path=request.path, method=request.method)
    elif response.status_code == 403 or _is_sent_home(request, response):
        # Only an account that was asked for: looking it up now would be a query for a log line.
        user = getattr(request, "_cached_user", None)
        tell(DENIED, path=request.path, method=request.method, account=getattr(user, "pk", None))


def _is_sent_home(request: HttpRequest, response: HttpResponse) -> bool:
    """How Wagtail refuses: back to the first screen of the CMS."""
    if response.status_code != 302:
        return False
    try:
        home = reverse("wagtailadmin_home")
    except NoReverseMatch:
        return False
    return response.headers.get("Location") == home and request.path.startswith(home)
