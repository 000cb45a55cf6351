"""Asking an address, following where it leads, and reading no more than was agreed."""

from __future__ import annotations

import http.client
import ssl
import time
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode, urljoin

from core.fetching.address import Target, addresses_of, target_of
from core.fetching.connection import Connection
from core.fetching.refusals import refuse

MEGABYTE = 1024 * 1024
MOST_REDIRECTS = 3
FORM = "application/x-www-form-urlencoded"
WELL = (http.client.OK, http.client.CREATED)
CHUNK = 64 * 1024
REDIRECTS = frozenset({301, 302, 303, 307, 308})
NOT_MODIFIED = 304
AGENT = "Wijkplein"


@dataclass(frozen=True)
class Fetched:
    """What another site said."""

    content: bytes
    content_type: str = ""
    etag: str = ""
    last_modified: str = ""
    is_unchanged: bool = False
    "Nothing new since the etag or the date that were sent along."


def fetch(
    url: str,
    *,
    types: Sequence[str],
    most: int = 2 * MEGABYTE,
    seconds: float = 20,
    etag: str = "",
    last_modified: str = "",
) -> Fetched:
    """Fetch it, or raise FetchRefused. `types`: how the Content-Type may begin."""
    until = time.monotonic() + seconds
    asked = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    conditions = {name: value for name, value in asked.items() if value and _is_header(value)}
    for _hop in range(MOST_REDIRECTS + 1):
        target = target_of(url)
        found = _ask(target, until, conditions, types, most)
        if isinstance(found, Fetched):
            return found
        url = urljoin(url, found)
        if target.scheme == "https" and not url.startswith("https:"):
            raise refuse("scheme")
    raise refuse("redirects")


def send(
    url: str,
    fields: Mapping[str, str],
    *,
    types: Sequence[str],
    most: int = MEGABYTE,
    seconds: float = 20,
) -> Fetched:
    """Send a form there, or raise FetchRefused. It is never sent on to where that site points.

    Once it left, what goes wrong is 'unsure': sent again, it might come in twice.
    """
    form = urlencode(fields).encode()
    found = _ask(target_of(url), time.monotonic() + seconds, {}, types, most, form=form)
    if isinstance(found, Fetched) and not found.is_unchanged:
        return found
    raise refuse("redirects")


def _ask(
    target: Target,
    until: float,
    conditions: dict[str, str],
    types: Sequence[str],
    most: int,
    *,
    form: bytes | None = None,
) -> Fetched | str:
    """What it says, or where it sends us."""
    ips = addresses_of(target)
    left = until - time.monotonic()
    if left <= 0:
        raise refuse("slow")
    method, sent = "GET" if form is None else "POST", False
    with Connection(target, ips[0], left) as connection:
        try:
            connection.putrequest(method, target.path, skip_host=True, skip_accept_encoding=True)
            for name, value in {**_headers(target, types, form), **conditions}.items():
                connection.putheader(name, value)
            connection.connect()
            sent = form is not None
            connection.endheaders(form)
            found = _read(connection.getresponse(), types, most)
        except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
            raise refuse("unsure" if sent else _why(error, connection.is_over)) from None
        if connection.is_over:  # what came in may be cut off
            raise refuse("unsure" if sent else "slow")
        return found


def _headers(target: Target, types: Sequence[str], form: bytes | None) -> dict[str, str]:
    headers = {
        "Host": target.host_header,
        "User-Agent": AGENT,
        "Accept": ", ".join([*types, "*/*;q=0.1"]),
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }
    if form is not None:
        headers |= {"Content-Type": FORM, "Content-Length": str(len(form))}
    return headers


def _why(error: Exception, is_over: bool) -> str:
    """The code of the refusal."""
    if is_over or isinstance(error, TimeoutError):
        return "slow"
    if isinstance(error, ssl.SSLError):
        return "certificate"
    return "connect" if isinstance(error, OSError) else "answer"


def _read(response: http.client.HTTPResponse, types: Sequence[str], most: int) -> Fetched | str:
    if response.status == NOT_MODIFIED:
        return Fetched(b"", is_unchanged=True)
    if response.status in REDIRECTS:
        return response.headers.get("Location", "")
    if response.status not in WELL:
        raise refuse("status", status=response.status)
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if not kind.startswith(tuple(types)):
        raise refuse("type", type=kind[:60] or "?")
    return Fetched(
        content=_bounded(_unpacked(response, most), most),
        content_type=kind,
        etag=_kept(response.headers.get("ETag", ""), 200),
        last_modified=_kept(response.headers.get("Last-Modified", ""), 60),
    )


def _unpacked(response: http.client.HTTPResponse, most: int) -> Iterator[bytes]:
    """The text in pieces; a packed one that would become very large is never unpacked whole."""
    packing = response.headers.get("Content-Encoding", "identity").strip().lower()
    if packing not in {"identity", "", "gzip", "x-gzip"}:
        raise refuse("answer")
    unpack = zlib.decompressobj(16 + zlib.MAX_WBITS) if "gzip" in packing else None
    while piece := response.read(CHUNK):
        if unpack is None:
            yield piece
            continue
        while piece:
            yield unpack.decompress(piece, CHUNK)
            piece = unpack.unconsumed_tail
    if response.length or (unpack is not None and not unpack.eof):
        raise refuse("answer")  # cut off


def _bounded(pieces: Iterator[bytes], most: int) -> bytes:
    found = bytearray()
    for piece in pieces:
        found += piece
        if len(found) > most:
            raise refuse("large", most=most // MEGABYTE)
    return bytes(found)


def _kept(value: str, most: int) -> str:
    """A mark to send back later; one that is too long or strange is not worth it."""
    return value if len(value) <= most and _is_header(value) else ""


def _is_header(value: str) -> bool:
    return value.isascii() and value.isprintable()
