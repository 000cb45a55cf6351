"""The word by which a browser knows the inline scripts of the CMS: only there, never for readers.

Wagtail starts its choosers and calendars from small scripts in the page. `allow` marks those, in
the places that make them; nothing ever goes through a whole page looking for scripts, for then a
script that somebody smuggled in would be marked as well.
"""

from __future__ import annotations

from contextvars import ContextVar

from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.safestring import SafeString, mark_safe

_request: ContextVar[HttpRequest | None] = ContextVar("request_of_nonce", default=None)
INLINE = ("<script>", '<script type="text/javascript">')


def begin(request: HttpRequest | None) -> None:
    """From here on marks belong to this visit; None: nothing is marked."""
    _request.set(request)


def nonce_of(request: HttpRequest) -> str:
    """The same for a whole visit, because a window in a page comes in an answer of its own.

    Nobody else can know it: it is made from the key of the session. Without a session: none.
    """
    session = getattr(request, "session", None)
    key = session.session_key if session is not None else None
    if not key:
        return ""
    return salted_hmac("core.security.nonce", key, algorithm="sha256").hexdigest()[:32]


def current_nonce() -> str:
    """The mark of the visit that is being answered."""
    request = _request.get()
    return nonce_of(request) if request is not None else ""


def allow(html: str) -> SafeString:
    """Mark the scripts in a piece that came from a template or widget with all values escaped."""
    nonce = current_nonce()
    for tag in INLINE if nonce else ():
        html = html.replace(tag, f'<script nonce="{nonce}">')
    return mark_safe(html)  # noqa: S308 - as safe as it was
