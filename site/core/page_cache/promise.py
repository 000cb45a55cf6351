"""Conditional requests for answers that are not kept, such as those with a question in the address.

The mark that the reader gets says until when the answer is right and that nothing was dropped: it
is believed without asking the database. A forged mark hurts nobody but its maker.
"""

from __future__ import annotations

import re
import time
from hashlib import blake2b

from django.http import HttpRequest, HttpResponse

from core.page_cache.address import Address
from core.page_cache.generation import State
from core.page_cache.headers import common_headers

_MARK = re.compile(r'W/"t([0-9a-f]{1,12})-([0-9a-f]{32})"')


def promise(response: HttpResponse, address: Address, state: State | None, until: float) -> None:
    """Mark an answer; by its text where there is no folder that all processes see."""
    # Of a feed: the date of its newest item, which says nothing of a correction.
    response.headers.pop("Last-Modified", None)
    if state is None or until <= time.time():
        mark = blake2b(response.content, digest_size=16).hexdigest()
        response.headers["ETag"] = f'W/"c{mark}"'
    else:
        response.headers["ETag"] = f'W/"t{int(until):x}-{_seal(address, state, int(until))}"'


def still_promised(
    request: HttpRequest, address: Address, state: State | None
) -> HttpResponse | None:
    """304 when the reader has what we would make now."""
    known = request.META.get("HTTP_IF_NONE_MATCH")
    if known is None or state is None:
        return None
    for until, seal in _MARK.findall(known):
        if int(until, 16) > time.time() and seal == _seal(address, state, int(until, 16)):
            return _not_changed(address, f'W/"t{until}-{seal}"')
    return None


def _seal(address: Address, state: State, until: int) -> str:
    text = "\n".join([*address, *state, str(until)])
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _not_changed(address: Address, mark: str) -> HttpResponse:
    """Without a policy: a page with a film has another, and a browser takes over the last."""
    response = HttpResponse(status=304)
    del response.headers["Content-Type"]
    headers = common_headers("0", secure=address.site.startswith("https-"))
    for name, value in {**headers, "ETag": mark}.items():
        if name != "Content-Security-Policy":
            response.headers[name] = value
    return response
