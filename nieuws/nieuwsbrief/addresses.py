"""Addresses around a newsletter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from wijkteams.models.wijk import ENDED

if TYPE_CHECKING:
    from nieuws.models import NieuwsbriefIndexPage, NieuwsbriefPage


def sign_up_path(page: NieuwsbriefPage | NieuwsbriefIndexPage) -> str:
    """Where somebody asks for the newsletter of this ward, or of the city.

    Empty where nobody can any more: the team stopped.
    """
    wijk = page.wijk
    if wijk is None:
        return reverse("nieuwsbrief_aanmelden")
    return "" if wijk.status in ENDED else reverse("nieuwsbrief_aanmelden", args=[wijk.slug])
