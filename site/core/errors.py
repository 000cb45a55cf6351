"""Answers when something goes wrong: the right status, plain words, and no cache that keeps them.

What is asked of the database and the menus may be what broke: 400, 413, 429, 500 and 503 need
neither, nor a request.
"""

from __future__ import annotations

import errno
import sys
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.db import InterfaceError, InternalError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.views import csrf, defaults
from django.views.decorators.csrf import requires_csrf_token

SOON = 60
"Seconds after which trying again makes sense when the database was away."
LATER = 300
DISK = frozenset({errno.ENOSPC, errno.EROFS, errno.EDQUOT, errno.EFBIG, errno.EIO})
READ_ONLY = "25006"


@requires_csrf_token
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400; or 413 when what was sent is simply too much."""
    too_much = isinstance(exception, (RequestDataTooBig, TooManyFilesSent))
    return _plain(request, 413 if too_much else 400)


@requires_csrf_token
def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: another reader may be let in, so nothing keeps this answer."""
    return _not_kept(defaults.permission_denied(request, exception))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that stood open too long, or a browser that refuses cookies."""
    return _not_kept(csrf.csrf_failure(request, reason))


def too_many_requests(request: HttpRequest, *, seconds: int = LATER) -> HttpResponse:
    """429, with when to come back."""
    response = _plain(request, 429)
    response["Retry-After"] = str(seconds)
    return response


@requires_csrf_token
def server_error(request: HttpRequest) -> HttpResponse:
    """500; or 503 when the database or the disk is away, which passes without mending code."""
    if _passes(sys.exc_info()[1]):
        response = _plain(request, 503)
        response["Retry-After"] = str(SOON)
        return response
    return _plain(request, 500)


def _passes(error: BaseException | None) -> bool:
    """Away, locked, full or read-only: of the machine, not of the code."""
    if isinstance(error, (OperationalError, InterfaceError)):
        return True
    if isinstance(error, InternalError):  # what PostgreSQL says when it only may be read
        return getattr(error.__cause__, "sqlstate", None) == READ_ONLY
    return isinstance(error, OSError) and error.errno in DISK


def _plain(request: HttpRequest, status: int) -> HttpResponse:
    """In the language of the address: what broke may have come before the language was set."""
    language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
    with translation.override(language):
        html = render_to_string(f"{status}.html", {"home_url": _home(language)})
    return _not_kept(HttpResponse(html, status=status))


def _home(language: str) -> str:
    return "/" if language == settings.LANGUAGE_CODE else f"/{language}/"


def _not_kept(response: Any) -> HttpResponse:
    patch_cache_control(response, no_store=True)
    return response
