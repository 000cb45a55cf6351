"""One strict policy for the site, one as strict as its own screens bear for the CMS."""

from __future__ import annotations

from typing import Any

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from django.http import HttpRequest, HttpResponseBase

from core.security.nonce import begin, nonce_of

ADMIN_PREFIX = "/beheer/"
HEADER = "Content-Security-Policy"
# Wagtail's widgets carry styles in the page; previews stand in a frame. Inline scripts run only
# with the mark of the visit (core.security.nonce).
ADMIN_POLICY: dict[str, Any] = {
    "script-src": [SELF],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
    "default-src": [NONE],
}


def allow_frame(request: HttpRequest, origin: str) -> None:
    """Let this one page show a frame of another site, such as the player of a film."""
    origins: set[str] = request.__dict__.setdefault("_frame_origins", set())
    origins.add(origin)


def _admin_policy(request: HttpRequest) -> dict[str, Any]:
    nonce = nonce_of(request)
    return {**ADMIN_POLICY, "script-src": [SELF, f"'nonce-{nonce}'"]} if nonce else ADMIN_POLICY


class PathCSPMiddleware(CSPMiddleware):
    """Adds the policy that belongs to the path."""

    def process_request(self, request: HttpRequest) -> None:
        begin(request if request.path.startswith(ADMIN_PREFIX) else None)

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        begin(None)
        if request.path.startswith(ADMIN_PREFIX):
            response._csp_replace = {  # type: ignore[attr-defined]
                **_admin_policy(request),
                **(getattr(response, "_csp_replace", None) or {}),
            }
        if getattr(request, "is_preview", False):
            # The CMS shows what is being written in a frame beside it.
            response._csp_replace = {  # type: ignore[attr-defined]
                **(getattr(response, "_csp_replace", None) or {}),
                "frame-ancestors": [SELF],
            }
        origins = request.__dict__.get("_frame_origins")
        if origins:
            response._csp_update = {  # type: ignore[attr-defined]
                **(getattr(response, "_csp_update", None) or {}),
                "frame-src": sorted(origins),
            }
        answer = super().process_response(request, response)
        _put_in_order(answer)
        return answer


def _put_in_order(response: HttpResponseBase) -> None:
    """The library has the directives in another order in each process; kept answers need one."""
    for name in (HEADER, f"{HEADER}-Report-Only"):
        policy = response.headers.get(name)
        if policy:
            response.headers[name] = "; ".join(sorted(policy.split("; ")))
