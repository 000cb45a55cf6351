"""For a real city. Nothing has a default here that could be forgotten: a lack stops the start."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from .base import *
from .base import BOUNCE_ADDRESS, BOUNCE_IMAP_URL, DATABASES, IS_SQLITE, MAIL_SERVICE
from .environment import env

SECRET_KEY = env("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
WAGTAILADMIN_BASE_URL = env("BASE_URL")
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("DEFAULT_FROM_EMAIL")
BIND = env("BIND", default="127.0.0.1:8000")


def _refuse(problem: bool, message: str) -> None:
    if problem:
        raise ImproperlyConfigured(message)


def _is_nobodys(host: str) -> bool:
    """Names and addresses that stand for an example or for this machine itself."""
    names = ("example.com", "example.org", "example.net", "localhost", "127.0.0.1", "voorbeeld.nl")
    return not host or any(host == name or host.endswith(f".{name}") for name in names)


_base = urlsplit(WAGTAILADMIN_BASE_URL)
_refuse(len(SECRET_KEY) < 50, "SECRET_KEY must have at least 50 characters.")
_refuse(len(set(SECRET_KEY)) < 10, "SECRET_KEY must be random.")
_refuse(SECRET_KEY.startswith(("only-for-", "django-insecure")), "SECRET_KEY must be your own.")
_refuse(not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS, "ALLOWED_HOSTS must name the hosts, not '*'.")
_refuse(_base.scheme != "https", "BASE_URL must begin with https://.")
_refuse(_is_nobodys(_base.hostname or ""), "BASE_URL must be the real address.")
_refuse(
    _is_nobodys(DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ")),
    "DEFAULT_FROM_EMAIL must be a real address.",
)
_refuse(_base.hostname not in ALLOWED_HOSTS, "BASE_URL's host must be in ALLOWED_HOSTS.")
_refuse(env.bool("DEBUG", default=False), "DEBUG cannot be on in production.")

if not IS_SQLITE:
    # Persistent connections come from the pool; a wrong host must show in seconds, not in 30.
    DATABASES["default"]["CONN_MAX_AGE"] = 0
    # What the address itself says (such as the folder of a socket) stays.
    _options = DATABASES["default"].setdefault("OPTIONS", {})
    _options["pool"] = {"min_size": 1, "max_size": 8, "timeout": 5}

if MAIL_SERVICE:
    _refuse(not re.fullmatch(r"[a-z_]+", MAIL_SERVICE), "MAIL_SERVICE must be a name of anymail.")
    EMAIL_BACKEND = f"anymail.backends.{MAIL_SERVICE}.EmailBackend"
else:
    _email = env.email_url("EMAIL_URL")
    _refuse(not _email["EMAIL_BACKEND"].endswith("smtp.EmailBackend"), "EMAIL_URL must be smtp.")
    globals().update(_email)
_mailbox, _at, _domain = BOUNCE_ADDRESS.rpartition("@")
_refuse(
    bool(BOUNCE_ADDRESS) and (not _mailbox or len(_mailbox) > 13 or _is_nobodys(_domain)),
    "BOUNCE_ADDRESS must be a real address with at most 13 signs before the @.",
)
_refuse(
    bool(BOUNCE_IMAP_URL) and not BOUNCE_IMAP_URL.startswith("imaps://"),
    "BOUNCE_IMAP_URL must begin with imaps://.",
)
_refuse(
    bool(BOUNCE_IMAP_URL) and not BOUNCE_ADDRESS, "BOUNCE_IMAP_URL is of no use without address."
)

SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken"
MFA_REQUIRED = env.bool("MFA_REQUIRED", default=True)
PAGE_CACHE = env.bool("PAGE_CACHE", default=True)
