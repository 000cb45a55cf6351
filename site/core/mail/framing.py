"""A mail in a frame of the CMS, as a mail program shows it: nothing in it runs.

What is here goes by two locks: the policy of this answer, and `sandbox` on the frame itself.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.conf import settings
from django.http import HttpResponse

_HEAD = re.compile(r"<head[^>]*>", re.IGNORECASE)
_BASE = '<base target="_blank">'


def framed_mail(html: str) -> HttpResponse:
    """The answer that stands in the frame. Its view is `xframe_options_sameorigin`."""
    response = HttpResponse(_with_links_beside(html))
    base = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    response._csp_replace = {  # type: ignore[attr-defined]
        "default-src": [NONE],
        "script-src": [NONE],
        "connect-src": [NONE],
        "form-action": [NONE],
        "frame-src": [NONE],
        "style-src": [UNSAFE_INLINE],
        "img-src": [SELF, f"{base.scheme}://{base.netloc}", "data:"],
        "frame-ancestors": [SELF],
        "sandbox": ["allow-popups", "allow-popups-to-escape-sandbox"],
    }
    return response


def _with_links_beside(html: str) -> str:
    """The HTML as it is, but links open beside the frame, as a mail program does."""
    found = _HEAD.search(html)
    if found is None:
        return _BASE + html
    return html[: found.end()] + _BASE + html[found.end() :]
