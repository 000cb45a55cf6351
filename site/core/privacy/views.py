"""The public privacy page, made from the register."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.privacy.register import Processing, processings


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept about people, why, and how long."""
    shown = sorted(processings(), key=lambda processing: str(processing.title))
    return render(request, "core/privacy.html", {"verwerkingen": [_as_item(p) for p in shown]})


def _as_item(processing: Processing) -> dict[str, Any]:
    return {
        "title": processing.title,
        "who": processing.who,
        "fields": processing.data,
        "purpose": processing.purpose,
        "ground": processing.ground,
        "retention": processing.retention,
    }
