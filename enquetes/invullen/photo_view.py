"""A picture of something half filled in, for who chose it only."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from enquetes.invullen import pictures
from enquetes.invullen.sitting import enquete_of, sitting_of


@never_cache
@require_safe
def foto(request: HttpRequest, code: str, naam: str) -> HttpResponse:
    """The picture; it was drawn anew when it came in."""
    sitting = sitting_of(request, enquete_of(code))
    content = pictures.read(sitting.half, naam) if sitting is not None else None
    if content is None:
        raise Http404
    kind = "image/png" if content.startswith(b"\x89PNG") else "image/jpeg"
    return HttpResponse(content, content_type=kind)
