"""One strict policy for the site, one as strict as its own screens bear for the CMS."""

from __future__ import annotations

from typing import Any

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase

ADMIN_PREFIX = "/beheer/"
# Wagtail's explorer and editor carry inline scripts and styles; previews stand in a frame.
ADMIN_POLICY: dict[str, Any] = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
    "default-src": [NONE],
}


class PathCSPMiddleware(CSPMiddleware):
    """Adds the policy that belongs to the path."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if request.path.startswith(ADMIN_PREFIX) and isinstance(response, HttpResponse):
            response._csp_replace = {  # type: ignore[attr-defined]
                **ADMIN_POLICY,
                **(getattr(response, "_csp_replace", None) or {}),
            }
        return super().process_response(request, response)
