"""Asking the relay whether it has a mail: by its log (setting NEWSLETTER_RELAY_LOG).

Postfix writes a line 'message-id=<…>' with the number of the queue file while a mail comes in, and
a line 'qmgr … (queue active)' with the same number once it has taken the mail for good.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.conf import settings

SETTLED = 10.0
"Seconds after which all that the relay had to say about a mail stands in its log."
LOOK_BACK = 64 * 1024 * 1024
_MESSAGE_ID = re.compile(rb"cleanup\[\d+\]: ([0-9A-Za-z]+): message-id=<([^>]+)>")
_TAKEN = re.compile(rb"qmgr\[\d+\]: ([0-9A-Za-z]+): from=<[^>]*>, .*queue active")


def can_be_asked() -> bool:
    """Whether there is a log."""
    return bool(settings.NEWSLETTER_RELAY_LOG)


def taken(message_ids: Iterable[str], *, since: float) -> dict[str, bool]:
    """By Message-ID, whether the relay took the mail. What it cannot tell is left out.

    A log in which nothing was written since then (a time of the clock) is not the log of the relay
    that we spoke to: its silence means nothing.
    """
    wanted = {number.encode() for number in message_ids}
    if not wanted:
        return {}
    path = Path(settings.NEWSLETTER_RELAY_LOG)
    try:
        speaks = path.stat().st_mtime >= since
        found = _look(path, wanted)
    except OSError:
        return {}
    return {number.decode(): number in found for number in wanted if speaks or number in found}


def _look(path: Path, wanted: set[bytes]) -> set[bytes]:
    coming: dict[bytes, bytes] = {}
    found: set[bytes] = set()
    for line in _lines(path):
        if (match := _MESSAGE_ID.search(line)) and match[2] in wanted:
            coming[match[1]] = match[2]
        elif (match := _TAKEN.search(line)) and match[1] in coming:
            found.add(coming[match[1]])
    return found


def _lines(path: Path) -> Iterator[bytes]:
    """The end of the log before this one, then this one."""
    for part in (path.with_name(f"{path.name}.1"), path):
        if part != path and not part.exists():
            continue
        with part.open("rb") as file:
            file.seek(max(0, part.stat().st_size - LOOK_BACK))
            yield from file
