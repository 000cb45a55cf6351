"""Who may look somebody up, how often, and for how long what was found may be used."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from core.security.throttle import Throttle
from wijkteams.membership import membership_of

# A person who answers questions of residents does some in an hour, never hundreds.
LOOKUPS = Throttle("persoon-opzoeken", limit=30, seconds=3600, by_network=False)
MINUTES = 15
SALT = "wijkteams.personen"

View = Callable[..., HttpResponse]


def may_look_up(user: Any) -> bool:
    """Whether the table of roles lets this user answer people about their data."""
    return membership_of(user).may("rows", "persoon.change")


def for_who_may(view: View) -> View:
    """Ask the table of roles at every request, and let no cache keep the answer."""

    @wraps(view)
    @never_cache
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_look_up(request.user):
            raise PermissionDenied
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response

    return asked


def ticket_for(request: HttpRequest, email: str, also: list[str]) -> str:
    """What the buttons under a result carry: whom it is about, for this user, for 15 minutes."""
    return signing.dumps([request.user.pk, email, also], salt=SALT)


def read_ticket(request: HttpRequest) -> tuple[str, list[str]] | None:
    """Whom the ticket is about; None when it is too old, or somebody else's."""
    try:
        user_id, email, also = signing.loads(
            request.POST.get("ticket", ""), salt=SALT, max_age=MINUTES * 60
        )
    except signing.BadSignature:
        return None
    return (email, also) if user_id == request.user.pk else None
