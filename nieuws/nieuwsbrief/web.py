"""What the page of a newsletter shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from nieuws.nieuwsbrief.addresses import sign_up_path
from nieuws.nieuwsbrief.letter import letter_of

if TYPE_CHECKING:
    from nieuws.models import NieuwsbriefPage


def page_context(page: NieuwsbriefPage, request: HttpRequest) -> dict[str, Any]:
    """The same letter as in the mail, and the way to get the next one."""
    return {"letter": letter_of(page), "sign_up_url": sign_up_path(page)}
