"""Where somebody is logged in: a list in words, and ending what one does not recognise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Apparaat, User

SEEN = "gezien"
# The first that fits: Edge and Opera also call themselves Chrome, Chrome also Safari.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrom", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


def in_words(user_agent: str) -> str:
    """'Firefox op Windows': enough to recognise, too little to follow anybody by."""
    browser = next((name for mark, name in BROWSERS if mark in user_agent), _("Een browser"))
    system = next((name for mark, name in SYSTEMS if mark in user_agent), "")
    if not system:
        return browser
    return _("%(browser)s op %(system)s") % {"browser": browser, "system": system}


def remember(request: HttpRequest, user: User) -> None:
    """Put this browser in the list of the user."""
    key = request.session.session_key
    if key is None:
        return
    device = in_words(request.META.get("HTTP_USER_AGENT", ""))
    Apparaat.objects.update_or_create(
        session_key=key,
        defaults={"user": user, "device": device, "seen_on": timezone.localdate()},
    )
    request.session[SEEN] = _seen(request)


def _seen(request: HttpRequest) -> list[str]:
    """A new key of the session (after a change of password) is a browser to be listed anew."""
    return [timezone.localdate().isoformat(), request.session.session_key or ""]


def list_for(user: User) -> QuerySet[Apparaat]:
    """The browsers in which the user is still logged in."""
    living = Session.objects.filter(expire_date__gt=timezone.now())
    return user.apparaten.filter(session_key__in=living.values("session_key"))


@transaction.atomic
def end(devices: QuerySet[Apparaat]) -> int:
    """Log these browsers out, at once."""
    keys = list(devices.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    devices.model._default_manager.filter(session_key__in=keys).delete()
    return len(keys)


def end_others(request: HttpRequest, user: User) -> int:
    """Log the user out everywhere but here."""
    return end(user.apparaten.exclude(session_key=request.session.session_key or ""))


def purge(now: datetime) -> int:
    """What is no longer logged in need not stand in a list."""
    living = Session.objects.filter(expire_date__gt=now).values("session_key")
    return Apparaat.objects.exclude(session_key__in=living).delete()[0]


class DeviceMiddleware:
    """Keeps the day on which a browser was last seen: one write a day, and no times."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> None:
        if not request.session.get("_auth_user_id"):
            return
        if request.session.get(SEEN) != _seen(request) and request.user.is_authenticated:
            remember(request, request.user)
