"""The headers that every kept answer has, so that nginx can send them without asking us.

They are not written down a second time: a sample answer goes through the very middleware that
gives every answer its headers.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from itertools import combinations
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.core.signals import setting_changed
from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import import_string

from core.security.csp import allow_frame

REVALIDATE = "public, max-age=0, must-revalidate"
VARY = "Accept-Encoding"
MOST_FRAMES = 2  # servers of films on one page; with more, Django answers
OWN_MIDDLEWARE = "core.page_cache.middleware.PageCacheMiddleware"
LAST_OF_HEADERS = "whitenoise.middleware.WhiteNoiseMiddleware"
# Told anew with each answer.
NOT_KEPT = frozenset(
    ["content-encoding", "content-length", "date", "etag", "last-modified", "x-request-id"]
)


class Kind(NamedTuple):
    """A sort of file: how its addresses end, the name of its files, and its type."""

    ending: str
    name: str
    content_type: str


KINDS = (
    Kind("/", "html", "text/html; charset=utf-8"),
    Kind("/rss.xml", "rss", "application/rss+xml; charset=utf-8"),
    Kind(".xml", "xml", "application/xml; charset=utf-8"),
    Kind(".ics", "ics", "text/calendar; charset=utf-8"),
    Kind(".txt", "txt", "text/plain; charset=utf-8"),
)
Headers = dict[str, str]


def kind_of(path: str) -> Kind | None:
    """The sort of file that belongs at an address."""
    return next((kind for kind in KINDS if path.endswith(kind.ending)), None)


def language_of(path: str) -> str:
    """The language that an address is in: only its first part says so."""
    first = path.split("/", 2)[1]
    default: str = settings.LANGUAGE_CODE
    return first if first in dict(settings.LANGUAGES) else default


def frame_origins() -> list[str]:
    """Whose films a page may show, in a fixed order."""
    ours = ["https://www.youtube-nocookie.com", "https://player.vimeo.com"]
    return [*ours, *(f"https://{host}" for host in settings.VIDEO_PEERTUBE_HOSTS)]


def variants() -> dict[str, list[str]]:
    """The servers of films on a page, by the mark that its file has: '0' without any."""
    origins = list(enumerate(frame_origins(), 1))
    found: dict[str, list[str]] = {"0": []}
    for size in range(1, MOST_FRAMES + 1):
        for chosen in combinations(origins, size):
            found["-".join(str(n) for n, _origin in chosen)] = [o for _n, o in chosen]
    return found


def kept_headers(response: HttpResponse) -> Headers:
    """Those of an answer that stay the same each time it is given."""
    return {name: value for name, value in response.items() if name.lower() not in NOT_KEPT}


@lru_cache(maxsize=64)
def common_headers(variant: str, *, secure: bool) -> Headers:
    """What every kept answer says, but for its type and language."""
    request, response = _Sample(secure=secure), HttpResponse(b"")
    for origin in variants()[variant]:
        allow_frame(request, origin)
    answer: Any = lambda _request: response  # noqa: E731
    for path in reversed(_header_middleware()):
        answer = import_string(path)(answer)
    found = kept_headers(answer(request))
    del found["Content-Type"]
    return {**found, "Cache-Control": REVALIDATE, "Vary": VARY}


def variant_of(headers: Headers, path: str, *, secure: bool) -> str | None:
    """The mark of the file whose headers these are; None when nginx would send others."""
    kind = kind_of(path)
    if kind is None:
        return None
    own = {"Content-Type": kind.content_type, "Content-Language": language_of(path)}
    for variant in variants():
        if headers == {**common_headers(variant, secure=secure), **own}:
            return variant
    return None


@lru_cache(maxsize=1)
def headers_digest() -> str:
    """Changes with any header that nginx sends for us."""
    secure = settings.WAGTAILADMIN_BASE_URL.startswith("https:")
    texts = [
        f"{variant}{secure}{sorted(common_headers(variant, secure=secure).items())}"
        for variant in variants()
    ]
    texts += [str(KINDS), str(settings.LANGUAGES), settings.LANGUAGE_CODE]
    return blake2b("".join(texts).encode(), digest_size=5).hexdigest()


class _Sample(HttpRequest):
    """A request of nobody."""

    def __init__(self, *, secure: bool) -> None:
        super().__init__()
        self.method, self.path, self.path_info = "GET", "/", "/"
        host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or ""
        self.META = {"SERVER_NAME": host, "SERVER_PORT": "443" if secure else "80"}
        self._secure = secure

    @property
    def scheme(self) -> str:
        return "https" if self._secure else "http"


def _header_middleware() -> list[str]:
    """What stands between us and the files of the site: all of it only adds headers."""
    names = list(settings.MIDDLEWARE)
    return names[names.index(OWN_MIDDLEWARE) + 1 : names.index(LAST_OF_HEADERS)]


def _forget(**kwargs: Any) -> None:
    """Tests change settings."""
    common_headers.cache_clear()
    headers_digest.cache_clear()


setting_changed.connect(_forget, dispatch_uid="core.page_cache.headers")
