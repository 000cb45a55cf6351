"""The configuration of an nginx that gives kept answers itself, made from the settings."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from core.page_cache.address import FILE, FOLDERS, MESSAGES_COOKIE
from core.page_cache.day import of_headers
from core.page_cache.headers import KINDS, VARY, common_headers, variants

POLICY = "Content-Security-Policy"
# Said by nginx in its own way: by gzip_vary, by its types, by maps.
OWN_WAY = {POLICY, "Vary"}


def configuration(*, certificates: str = "", listen: str = "") -> str:
    """The whole file. `listen`: without TLS, behind another that does it (or in a test)."""
    secure = not listen
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or ""
    context = {
        "secure": secure,
        "scheme": urlsplit(settings.WAGTAILADMIN_BASE_URL).scheme,
        "listen": listen,
        "certificates": certificates or f"/etc/letsencrypt/live/{host}",
        "time_zone": settings.TIME_ZONE,
        "bind": settings.BIND,
        "folder": of_headers(),
        "cookies": "|".join(re.escape(name) for name in _cookies()),
        "path": _path(),
        "language": settings.LANGUAGE_CODE,
        **_hosts(),
        **_headers(),
    }
    safe = {name: mark_safe(v) if isinstance(v, str) else v for name, v in context.items()}  # noqa: S308
    return render_to_string("core/nginx.conf", safe)


def _cookies() -> list[str]:
    return [settings.SESSION_COOKIE_NAME, MESSAGES_COOKIE]


def _path() -> str:
    """One expression that knows an address, its language and its file: each more costs time."""
    codes = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
    language = f"/(?:(?<wp_code>{'|'.join(codes)})/)?" if codes else "/(?<wp_code>)"
    return f"{language}{FOLDERS.removeprefix('/')}(?<wp_file>{FILE})"


def _hosts() -> dict[str, Any]:
    """A pattern of names is no name: for those nginx asks the site."""
    names = list(dict.fromkeys(name.lower() for name in settings.ALLOWED_HOSTS))
    whole = [name for name in names if not name.startswith((".", "*"))]
    return {"hosts": whole, "names": " ".join(names)}


def _headers() -> dict[str, Any]:
    secure = settings.WAGTAILADMIN_BASE_URL.startswith("https:")
    common = common_headers("0", secure=secure)
    if common["Vary"] != VARY:
        raise ValueError("gzip_vary of nginx says only Accept-Encoding")
    kinds = [
        {**kind._asdict(), "pattern": mark_safe(re.escape(kind.ending.lstrip("/")))}  # noqa: S308
        for kind in KINDS
    ]
    policies = {mark: common_headers(mark, secure=secure)[POLICY] for mark in variants()}
    return {
        "headers": [(n, mark_safe(v)) for n, v in common.items() if n not in OWN_WAY],  # noqa: S308
        "policy": policies["0"],
        "variants": [
            {"mark": mark, "policy": mark_safe(policy)}  # noqa: S308
            for mark, policy in policies.items()
            if mark != "0"
        ],
        "kinds": kinds,
        "files": [kind for kind in kinds if kind["name"] != "html"],
    }
