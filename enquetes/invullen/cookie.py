"""The secret of what somebody is filling in, in their own browser."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from enquetes.models import Enquete


def read(request: HttpRequest, enquete: Enquete) -> str:
    """The secret in this browser; empty when there is none."""
    return request.COOKIES.get(name_of(enquete), "")


def give(response: HttpResponse, enquete: Enquete, token: str) -> None:
    """Until the browser is closed: it may be the computer of the library."""
    response.set_cookie(
        name_of(enquete),
        token,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def take_away(response: HttpResponse, enquete: Enquete) -> None:
    """Nothing is half filled in any more."""
    response.delete_cookie(name_of(enquete), samesite="Lax")


def name_of(enquete: Enquete) -> str:
    """One for each survey: two can be filled in side by side.

    On a real site no other host can set it (R-28).
    """
    host = "__Host-" if settings.SESSION_COOKIE_SECURE else ""
    return f"{host}concept-{enquete.code}"
