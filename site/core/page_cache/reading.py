"""Giving a kept answer."""

from __future__ import annotations

import os
import re
import time
from email.utils import formatdate

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import parse_http_date_safe

from core.page_cache.address import Address
from core.page_cache.day import day_folder, root, sharded
from core.page_cache.record import Kept, from_bytes
from core.page_cache.trouble import tell

# As nginx reads it: gzip is named, and not with a weight of nothing.
_NOUGHT = r"0(?:\.0*)?\s*(?:,|$)"
_GZIP = re.compile(rf"(?:^|,)\s*gzip\s*(?:;\s*q=(?!{_NOUGHT})[0-9.]+\s*)?(?:,|$)", re.IGNORECASE)


def read(address: Address) -> Kept | None:
    """The answer that was kept for this address, if it is still right."""
    try:
        file = os.open(f"{day_folder()}/answers/{sharded(address.key)}", os.O_RDONLY)
    except FileNotFoundError:
        return None
    except OSError as error:
        tell("read", error)
        return None
    try:
        kept = from_bytes(os.read(file, os.fstat(file).st_size))
    finally:
        os.close(file)
    if kept is None or kept.until <= time.time():
        return None
    # What cannot be taken away may be old, as in `read_state`.
    return kept if os.access(root(), os.W_OK) else None


def wants_gzip(request: HttpRequest) -> bool:
    """Whether the reader's browser takes compressed answers."""
    return bool(_GZIP.search(request.META.get("HTTP_ACCEPT_ENCODING", "")))


def give(kept: Kept, request: HttpRequest) -> HttpResponse:
    """The answer for this reader; 304 when they have it already."""
    gzipped = wants_gzip(request)
    response = HttpResponse(kept.gzipped if gzipped else kept.body)
    fill(response, kept, gzipped=gzipped)
    return not_changed(request, response) or without_text(request, response)


def without_text(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Who asks for the headers alone gets them alone, with the length that the text has."""
    if request.method == "HEAD":
        response.headers.setdefault("Content-Length", str(len(response.content)))
        response.content = b""
    return response


def fill(response: HttpResponse, kept: Kept, *, gzipped: bool) -> None:
    """Give an answer the headers of the kept one."""
    headers = response.headers
    for name, value in kept.headers.items():
        headers[name] = value
    headers["Content-Length"] = str(len(response.content))
    headers["ETag"] = kept.etag(gzipped=gzipped)
    headers["Last-Modified"] = formatdate(kept.made, usegmt=True)
    if gzipped:
        headers["Content-Encoding"] = "gzip"


def not_changed(request: HttpRequest, response: HttpResponse) -> HttpResponse | None:
    """304 with the headers of the answer (as nginx gives it), if the reader has it already."""
    meta = request.META
    if "HTTP_IF_NONE_MATCH" not in meta and "HTTP_IF_MODIFIED_SINCE" not in meta:
        return None
    made = parse_http_date_safe(response.headers.get("Last-Modified", ""))
    found = get_conditional_response(request, response.headers["ETag"], made, response)
    if found is None or found.status_code != 304:
        return None
    answer = HttpResponse(status=304)
    del answer.headers["Content-Type"]
    for name, value in response.headers.items():
        if name.lower() not in {"content-length", "content-type", "content-encoding"}:
            answer.headers[name] = value
    return answer
