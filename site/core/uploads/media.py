"""Public files: renditions of pictures, and drawings. A web server in front may do this instead."""

from __future__ import annotations

import mimetypes
import posixpath
import re

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from django.views.static import serve

YEAR, MONTH, HOUR = 365 * 24 * 3600, 30 * 24 * 3600, 3600
SHARED = 300  # seconds; a picture that was taken down may not live on in a cache between us
# Where Wagtail parks a file until the rest of its form is filled in: not for everybody yet.
PARKED = re.compile(r"^/*wagtail_uploads(/|$)", re.IGNORECASE)
NEVER_CHANGES = re.compile(r"-[0-9a-f]{16}\.[a-z]{3,4}$")
# Made from an original whose name is drawn by lot: another picture has another name.
RENDITION = re.compile(r"^images/[0-9a-f]{16,}\.")

# Python 3.11 does not know it by itself, and a bare server has no list of types beside it:
# a picture that is called a stream of bytes is not shown.
mimetypes.add_type("image/webp", ".webp")


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """One public file. Names with a hash of their content may be kept for ever."""
    if PARKED.match(posixpath.normpath(path)):
        raise Http404
    try:
        response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    except (OSError, ValueError, SuspiciousFileOperation) as error:  # no name of a public file
        raise Http404 from error
    if NEVER_CHANGES.search(path):
        patch_cache_control(response, public=True, max_age=YEAR, immutable=True)
    elif RENDITION.match(path):
        patch_cache_control(response, public=True, max_age=MONTH, s_maxage=SHARED)
    else:
        patch_cache_control(response, public=True, max_age=HOUR)
    # Pictures of a newsletter are looked at in webmail, on another site.
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
