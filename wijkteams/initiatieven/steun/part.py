"""Support on the page of an initiative: how many, and how many of them live in the ward."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from wijkteams.initiatieven.models import Initiatief
from wijkteams.initiatieven.steun.marks import is_open


def support_part(initiatief: Initiatief, language: str) -> dict[str, Any]:
    """The numbers; those of the ward stand apart, and what is on paper is told (I6).

    Never a form on a page that is kept: the way to the small page that has it.
    """
    own = initiatief.aantal_steun_wijk + initiatief.aantal_papier_wijk
    total = initiatief.aantal_steun + initiatief.aantal_papier
    found: dict[str, Any] = {
        "steun_wijk": own,
        "steun_elders": max(total - own, 0),
        "steun_papier": initiatief.aantal_papier,
    }
    if is_open(initiatief):
        for name in ("steunen", "volgen"):
            found[f"{name}_url"] = reverse(f"steun:{name}", args=[initiatief.translation_key])
    return found
