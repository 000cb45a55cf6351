"""Addresses that a ward or a page once had lead on to the new one, for good (requirement X2)."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.cache import patch_cache_control
from wagtail.models import Page

from core.places import place_of
from wijkteams.models import OudAdres, OudPad, WijkPage
from wijkteams.models.oud_pad import digest_of

MOST_STEPS = 5
"One is enough, unless a branch was moved to where another once stood."
MOST_PARTS = 30
# A browser would keep it for ever, and another page may want the address.
KEEP_SECONDS = 3600


class OldAddressMiddleware:
    """Looks only when nothing was found: a page that stands at an old address wins."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 404 and request.method in {"GET", "HEAD"}:
            new = new_address(request)
            if new:
                query = request.META.get("QUERY_STRING", "")
                new = quote(new, safe="/:")
                moved = HttpResponsePermanentRedirect(f"{new}?{query}" if query else new)
                patch_cache_control(moved, max_age=KEEP_SECONDS)
                return moved
        return response


def new_address(request: HttpRequest) -> str | None:
    """Where what was asked for stands now; None when it was never anywhere."""
    asked = request.path
    parts = [part for part in asked.split("/") if part]
    if not parts or len(parts) > MOST_PARTS or "\0" in asked:  # PostgreSQL takes no NUL
        return None
    language = parts[0] if parts[0] in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    place = place_of(request)
    hubs = {hub.locale.language_code: hub for hub in place.hubs} if place else {}
    if language not in hubs:
        return None
    within = parts[1:] if parts[0] == language else parts
    hub = hubs[language]
    path = _follow(f"{hub.url_path}{'/'.join(within)}/", hub, request)
    if path is None:
        return None
    home = next((hub for hub in hubs.values() if path.startswith(hub.url_path)), None)
    if home is None:
        return None
    if "." in within[-1] and not asked.endswith("/"):  # a file, such as a feed
        path = path.removesuffix("/")
    return f"{home.get_url(request)}{path.removeprefix(home.url_path)}"


def _follow(start: str, hub: Page, request: HttpRequest) -> str | None:
    """The end of the way; None when there is none, or when it goes round."""
    seen, path = {start}, start
    for _step in range(MOST_STEPS):
        following = _by_page(path, request) or _by_ward(path, hub, request)
        if following is None:
            return path if path != start else None
        if following in seen:
            return None
        if Page.objects.filter(
            url_path=following, slug=following.split("/")[-2], live=True
        ).exists():
            return following
        seen.add(following)
        path = following
    return None


def _by_page(path: str, request: HttpRequest) -> str | None:
    """The path with the longest beginning that a page once had replaced by that page's own."""
    parts = path.strip("/").split("/")
    starts = [f"/{'/'.join(parts[:end])}/" for end in range(2, len(parts) + 1)]
    rows = OudPad.objects.filter(digest__in=[digest_of(start) for start in starts])
    found = max(rows.select_related("page"), key=lambda row: len(row.path), default=None)
    if found is None or not _may_be_told(found.page, request):
        return None
    return f"{found.page.url_path}{path.removeprefix(found.path)}"


def _may_be_told(page: Page, request: HttpRequest) -> bool:
    """The new address holds words of the new title: not of a draft, nor of what is private."""
    return page.live and all(
        restriction.accept_request(request) for restriction in page.get_view_restrictions()
    )


def _by_ward(path: str, hub: Page, request: HttpRequest) -> str | None:
    """The path at the ward's present address, in the language of this hub."""
    slug, slash, rest = path.removeprefix(hub.url_path).partition("/")
    old = OudAdres.objects.filter(slug=slug).first()
    front = WijkPage.objects.child_of(hub).filter(wijk=old.wijk_id).first() if old else None
    if front is None or not _may_be_told(front, request):
        return None
    return f"{front.url_path}{rest}" if slash else front.url_path
