"""For a real city. Nothing has a default here that could be forgotten: a lack stops the start."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from .base import *
from .base import DATABASES, IS_SQLITE, env

SECRET_KEY = env("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
WAGTAILADMIN_BASE_URL = env("BASE_URL")
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("DEFAULT_FROM_EMAIL")
BIND = env("BIND", default="127.0.0.1:8000")


def _refuse(problem: bool, message: str) -> None:
    if problem:
        raise ImproperlyConfigured(message)


_base = urlsplit(WAGTAILADMIN_BASE_URL)
_refuse(len(SECRET_KEY) < 50, "SECRET_KEY must have at least 50 characters.")
_refuse(len(set(SECRET_KEY)) < 10, "SECRET_KEY must be random.")
_refuse(not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS, "ALLOWED_HOSTS must name the hosts, not '*'.")
_refuse(_base.scheme != "https", "BASE_URL must begin with https://.")
_refuse((_base.hostname or "").endswith("example.com"), "BASE_URL must be the real address.")
_refuse(_base.hostname not in ALLOWED_HOSTS, "BASE_URL's host must be in ALLOWED_HOSTS.")
_refuse(env.bool("DEBUG", default=False), "DEBUG cannot be on in production.")

if not IS_SQLITE:
    # Persistent connections come from the pool; a wrong host must show in seconds, not in 30.
    DATABASES["default"]["CONN_MAX_AGE"] = 0
    # What the address itself says (such as the folder of a socket) stays.
    _options = DATABASES["default"].setdefault("OPTIONS", {})
    _options["pool"] = {"min_size": 1, "max_size": 8, "timeout": 5}

globals().update(env.email_url("EMAIL_URL"))

SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
if env.bool("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken"
