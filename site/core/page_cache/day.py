"""The folders of today's answers.

    <PAGE_CACHE_DIR>/state              a number that each drop changes, and whose code it is
    <PAGE_CACHE_DIR>/h-<headers>/<day>/ the answers of one day in the city
        answers/ab/<hash>               for Django: headers and both texts in one file
        web/https-<host>/<path>,0.html  for nginx, with .gz beside it
        web14/...                       the same until 15:00, of what ends later than that today
        tags/ab/<hash of key>/<hash>    which answers show a key
        early/<moment>-<hash>           which answers end before the day does
    <PAGE_CACHE_DIR>/trash/             what was taken away, not yet removed

Everything of a day ends with that day: taking it away is giving a folder another name. The headers
are in the name because nginx sends them by itself: an old configuration finds nothing.
"""

from __future__ import annotations

import os
import time
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.conf import settings
from django.utils import timezone

from core.page_cache.headers import headers_digest

FOLDER_MODE = 0o755  # nginx is another user
FILE_MODE = 0o644


class Day(NamedTuple):
    """A day in the city."""

    name: str
    begins: float
    ends: float


_today = Day("", 0.0, 0.0)


def today() -> Day:
    """The present day; worked out once a day."""
    global _today
    known, now = _today, time.time()
    if not known.begins <= now < known.ends:
        # Not the present time zone: an editor may have another one.
        known = _today = _day_of(timezone.localdate(timezone=timezone.get_default_timezone()))
    return known


def _day_of(day: date) -> Day:
    return Day(day.isoformat(), _midnight(day), _midnight(day + timedelta(days=1)))


def _midnight(day: date) -> float:
    naive = datetime(day.year, day.month, day.day)
    return timezone.make_aware(naive, timezone.get_default_timezone()).timestamp()


def hour_of(moment: float) -> int:
    """The hour on the clocks of the city."""
    return datetime.fromtimestamp(moment, timezone.get_default_timezone()).hour


def root() -> str:
    """The folder of the whole cache."""
    return str(settings.PAGE_CACHE_DIR)


def of_headers() -> str:
    """The folder of all days with the present headers: what nginx looks in."""
    return f"{root()}/h-{headers_digest()}"


def day_folder() -> str:
    """The folder of today."""
    return f"{of_headers()}/{today().name}"


def sharded(name: str) -> str:
    """A name in one of 256 folders, so that none of them grows large."""
    return f"{name[:2]}/{name}"


def make_folder(path: str) -> None:
    """With all above it, open to nginx whatever the umask of the process is."""
    if os.path.isdir(path):
        return
    above = os.path.dirname(path)
    if above != path:
        make_folder(above)
    try:
        os.mkdir(path)
        os.chmod(path, FOLDER_MODE)
    except FileExistsError:
        pass
