"""What can only come from a request that no form of ours sends: 400, not a mistake of ours.

Wagtail trusts that its own scripts filled in its forms. A field that is not there, a number that is
a word, a date that is none or a half character then breaks in the middle of a view.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.datastructures import MultiValueDictKeyError
from django.views.defaults import page_not_found

from core.errors import bad_request
from core.security.csp import ADMIN_PREFIX

logger = logging.getLogger(__name__)
# NUL has no place in a database; half of a pair (a lone surrogate) cannot even be written down.
UNFIT = re.compile("[\x00\ud800-\udfff]")
NOT_OURS = (
    MultiValueDictKeyError,  # a field was left out
    ValidationError,  # a view looks for a date or a number with what was typed
    DataError,  # PostgreSQL: out of range, or not of this kind
    OverflowError,  # a number that no row of SQLite can have
    UnicodeEncodeError,
)
"Raised in a view, these say that what was sent is not what the screen sends itself."


class MalformedInputMiddleware:
    """Answers 400 in the CMS. Public views read what is sent themselves; of them it only catches
    what no database can keep.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponse | None:
        if UNFIT.search(request.path):  # nothing has such an address
            raise Http404
        if not request.path.startswith(ADMIN_PREFIX):
            return None
        if _is_unfit(request):
            return bad_request(request, ValueError("half characters or NUL"))
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not request.path.startswith(ADMIN_PREFIX):
            is_theirs = isinstance(exception, DataError) and _is_unfit(request)
            return bad_request(request, exception) if is_theirs else None
        if isinstance(exception, ObjectDoesNotExist):  # deleted since: a translation without page
            answer: HttpResponse = page_not_found(request, exception)
        elif isinstance(exception, NOT_OURS):
            answer = bad_request(request, exception)
        else:
            return None
        # Should it be a mistake of ours after all, it can be found.
        match = request.resolver_match
        logger.warning("%s in %s", type(exception).__name__, match and match.view_name)
        return answer


def _is_unfit(request: HttpRequest) -> bool:
    return _unfit(request.GET) or _unfit(request.POST)


def _unfit(data: QueryDict) -> bool:
    return any(
        UNFIT.search(name) or any(UNFIT.search(value) for value in values)
        for name, values in data.lists()
    )
