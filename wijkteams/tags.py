"""The words that the CMS suggests for pictures and documents: only those of one's own wards.

Wagtail suggests the words of all wards.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe
from wagtail.admin.auth import require_admin_access

from wijkteams.models import Document, Image
from wijkteams.popular_tags import tags_on_own

MAX_SUGGESTIONS = 10


@require_safe
@require_admin_access
def own_tags(request: HttpRequest) -> JsonResponse:
    """The words that begin with what was typed, as Wagtail's own view gives them."""
    term = request.GET.get("term", "").replace("\x00", "")[:100]
    names: set[str] = set()
    for model in (Image, Document) if term else ():
        names.update(_words_on(model, request.user, term))
    return JsonResponse(sorted(names)[:MAX_SUGGESTIONS], safe=False)


def _words_on(model: Any, user: Any, term: str) -> Any:
    tags = tags_on_own(model, user).filter(name__istartswith=term)
    return tags.order_by("name").values_list("name", flat=True).distinct()[:MAX_SUGGESTIONS]
