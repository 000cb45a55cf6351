"""The public privacy page, made from the register."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.privacy.register import Processing, processings
from core.structured import describe_screen


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept about people, why, and how long."""
    shown = sorted(processings(), key=lambda processing: str(processing.title))
    context = {
        "verwerkingen": [_as_item(p) for p in shown],
        **describe_screen(
            request,
            title=_("Privacy"),
            description=_("Wat deze site over mensen bewaart, waarom, en hoe lang."),
        ),
    }
    return render(request, "core/privacy.html", context)


def _as_item(processing: Processing) -> dict[str, Any]:
    return {
        "key": processing.key,
        "title": processing.title,
        "who": processing.who,
        "fields": processing.data,
        "purpose": processing.purpose,
        "ground": processing.ground,
        "retention": processing.retention,
        "receivers": processing.receivers,
    }
