"""Public pages travel compressed; what is somebody's own does not."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

from core.security.csp import ADMIN_PREFIX


class PublicGZipMiddleware(GZipMiddleware):
    """Compresses what a stranger reads.

    An answer that holds a secret (a token, a draft) and something the asker chose could be
    guessed from its length (BREACH, CVE-2013-3587): those are sent as they are.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        personal = settings.SESSION_COOKIE_NAME in request.COOKIES or response.cookies
        if personal or request.path.startswith(ADMIN_PREFIX):
            return response
        return super().process_response(request, response)
