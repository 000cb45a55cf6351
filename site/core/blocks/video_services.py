"""Which addresses of films we know, and where their players stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qs, urlsplit

from django.conf import settings

YOUTUBE_HOSTS = frozenset({"youtube.com", "m.youtube.com", "youtu.be", "youtube-nocookie.com"})
VIMEO_HOSTS = frozenset({"vimeo.com", "player.vimeo.com"})

_YOUTUBE_ID = re.compile(r"[A-Za-z0-9_-]{11}")
_YOUTUBE_PATH = re.compile(r"/(?:embed|shorts|live|v)/([A-Za-z0-9_-]{11})(?:/|$)")
_VIMEO_PATH = re.compile(r"/(?:video/|channels/\w+/)?(\d{5,12})(?:/([0-9a-f]{6,20}))?/?$")
_PEERTUBE_PATH = re.compile(r"/(?:w|videos/watch|videos/embed)/([A-Za-z0-9-]{8,36})/?$")


@dataclass(frozen=True)
class Film:
    """A film elsewhere: who shows it, on what host, and the address of the player."""

    service: str
    origin: str
    player_url: str


def recognise(url: str) -> Film | None:
    """The film at an address; None for an address that is not on the list."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https"):
        return None
    if host in YOUTUBE_HOSTS:
        return _youtube(parts, host)
    if host in VIMEO_HOSTS:
        return _vimeo(parts)
    if host in settings.VIDEO_PEERTUBE_HOSTS:
        return _peertube(parts, host)
    return None


def _youtube(parts: SplitResult, host: str) -> Film | None:
    if host == "youtu.be":
        candidate = parts.path.strip("/")
    elif parts.path == "/watch":
        candidate = parse_qs(parts.query).get("v", [""])[0]
    else:
        match = _YOUTUBE_PATH.match(parts.path)
        candidate = match[1] if match else ""
    if not _YOUTUBE_ID.fullmatch(candidate):
        return None
    origin = "https://www.youtube-nocookie.com"
    return Film("YouTube", origin, f"{origin}/embed/{candidate}?autoplay=1&rel=0")


def _vimeo(parts: SplitResult) -> Film | None:
    match = _VIMEO_PATH.match(parts.path)
    if match is None:
        return None
    secret = match[2] or parse_qs(parts.query).get("h", [""])[0]
    unlisted = f"&h={secret}" if re.fullmatch(r"[0-9a-f]{6,20}", secret) else ""
    origin = "https://player.vimeo.com"
    return Film("Vimeo", origin, f"{origin}/video/{match[1]}?autoplay=1&dnt=1{unlisted}")


def _peertube(parts: SplitResult, host: str) -> Film | None:
    match = _PEERTUBE_PATH.match(parts.path)
    if match is None:
        return None
    origin = f"https://{host}"
    # p2p would show the visitor's address to other visitors.
    return Film(host, origin, f"{origin}/videos/embed/{match[1]}?autoplay=1&p2p=0")
