"""Which requests may be answered from a file, and under what name. The address decides, no header.

Names are as a browser sends them (percent signs and all), so that nginx finds the same files
without decoding anything: whatever is written in another way is answered by Django, uncached.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.http import HttpRequest

# No part begins with a dot, none is empty, and what it ends on says what it is.
FOLDERS = r"/(?:[A-Za-z0-9_%-][A-Za-z0-9._%-]*/)*"
FILE = r"(?:[a-z0-9-]+\.(?:xml|txt|ics))?"
_PATH = re.compile(FOLDERS + FILE)
LONGEST_PATH = 1500
LONGEST_NAME = 230  # of a file, in bytes; the longest ending is added to it
MESSAGES_COOKIE = "messages"


class Address(NamedTuple):
    """What an answer is kept under."""

    site: str
    path: str
    query: str

    @property
    def key(self) -> str:
        """The name of the answer among the others."""
        return blake2b(f"{self.site} {self.path}".encode(), digest_size=16).hexdigest()

    @property
    def fits_in_names(self) -> bool:
        """Whether each part of the path can be the name of a file."""
        return all(len(part) <= LONGEST_NAME for part in self.path.split("/"))


def address_of(request: HttpRequest) -> Address | None:
    """The address of an anonymous reader's request; None when nothing kept may answer it."""
    meta = request.META
    if request.method not in {"GET", "HEAD"} or "HTTP_AUTHORIZATION" in meta:
        return None
    host = meta.get("HTTP_HOST") or meta.get("SERVER_NAME", "")
    if host not in known_hosts() or is_known_person(request):
        return None
    path = canonical_path(request.path)
    query = meta.get("QUERY_STRING", "")
    sent = meta.get("RAW_URI")
    if path is None or (sent is not None and sent != (f"{path}?{query}" if query else path)):
        return None
    return Address(f"{request.scheme}-{host}", path, query)


def is_known_person(request: HttpRequest) -> bool:
    """Whether the browser carries something that makes its answers its own."""
    if "HTTP_COOKIE" not in request.META:
        return False
    return settings.SESSION_COOKIE_NAME in request.COOKIES or MESSAGES_COOKIE in request.COOKIES


def canonical_path(path: str) -> str | None:
    """The path as a browser sends it; None when it is no address of ours."""
    if len(path) > LONGEST_PATH:
        return None
    if not path.isascii() or "%" in path:
        path = quote(path, safe="/")
    return path if _PATH.fullmatch(path) else None


def known_hosts() -> frozenset[str]:
    """The names the site is known by, as they stand in a Host header."""
    return _known_hosts(tuple(settings.ALLOWED_HOSTS), settings.WAGTAILADMIN_BASE_URL)


@lru_cache(maxsize=8)
def _known_hosts(allowed: tuple[str, ...], base_url: str) -> frozenset[str]:
    """Whole names only: of a pattern a stranger could make as many hosts as they like."""
    names = {name.lower() for name in allowed if name and not name.startswith((".", "*"))}
    port = urlsplit(base_url).port
    return frozenset(names | {f"{name}:{port}" for name in names if port})
