"""What browsers are told that a page may do."""

from __future__ import annotations

from csp.constants import NONE, SELF

from .environment import env

# The ground of maps, such as that of PDOK (docs/beheer/signalen.md). Empty: outlines of our own
# only, and no other server hears who looks at a map.
TILE_URL = env("TILE_URL", default="")
TILE_SOURCE = env("TILE_SOURCE", default="© Kadaster" if TILE_URL else "")
_TILES = ["/".join(TILE_URL.split("/")[:3])] if TILE_URL else []

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURITY_CONTACT = env("SECURITY_CONTACT", default="")
SECURE_REDIRECT_EXEMPT = ["^livez$", "^healthz$"]
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_HTTPONLY = True  # scripts take the token from the page, never from the cookie
CSRF_FAILURE_VIEW = "core.errors.csrf_failure"
PERMISSIONS_POLICY: dict[str, list[str]] = {
    "camera": [],
    "geolocation": [],
    "microphone": [],
    "payment": [],
    "usb": [],
}
# Public pages carry no nonce and nothing inline (docs/besluiten/0007): every answer can be cached.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, *_TILES],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}

# Servers of PeerTube whose films may stand in a page, beside YouTube and Vimeo. A page that has a
# film, and no other, may show a frame of its server.
VIDEO_PEERTUBE_HOSTS = env.list(
    "VIDEO_PEERTUBE_HOSTS", default=["framatube.org", "makertube.net", "tilvids.com"]
)
