"""Showing a picture that was drawn anew when it came in."""

from __future__ import annotations

from django.http import HttpResponse

from wijkteams.initiatieven.aanvragen.fotos import ending_of


def answer(content: bytes) -> HttpResponse:
    """The picture itself."""
    kind = "image/png" if ending_of(content) == "png" else "image/jpeg"
    return HttpResponse(content, content_type=kind)
