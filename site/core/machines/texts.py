"""robots.txt and security.txt."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from core.absolute import absolute
from core.models import StadInstellingen

TEXT = "text/plain; charset=utf-8"
NOT_FOR_CRAWLERS = ("/beheer/", "/inloggen/", "/wachtwoord/", "/uitnodiging/", "/post/")
SECURITY_TXT_HOLDS = timedelta(days=180)


@require_safe
@cache_control(max_age=3600)
def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers may leave alone, and where the list of pages is."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in NOT_FOR_CRAWLERS),
        "Disallow: /*?voor=",
        "",
        f"Sitemap: {absolute('/sitemap.xml')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type=TEXT)


@require_safe
@cache_control(max_age=3600)
def security(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a leak (RFC 9116)."""
    today = datetime.combine(timezone.now().astimezone(UTC), time.min, tzinfo=UTC)
    lines = [
        f"Contact: {_contact(request)}",
        f"Expires: {(today + SECURITY_TXT_HOLDS).isoformat().replace('+00:00', 'Z')}",
        "Preferred-Languages: nl, en",
        f"Canonical: {absolute('/.well-known/security.txt')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type=TEXT)


def _contact(request: HttpRequest) -> str:
    """The address of the settings, else the city's own, else the front page."""
    contact = settings.SECURITY_CONTACT or StadInstellingen.for_request(request).contact_email
    if not contact:
        return absolute("/")
    return contact if ":" in contact else f"mailto:{contact}"
