"""Support on the page of an initiative: how many, and how many of them live in the ward."""

from __future__ import annotations

from typing import Any

from wijkteams.initiatieven.models import Initiatief


def support_part(initiatief: Initiatief, language: str) -> dict[str, Any]:
    """The numbers; those of the ward stand apart, and what is on paper is told (I6)."""
    own = initiatief.aantal_steun_wijk + initiatief.aantal_papier_wijk
    total = initiatief.aantal_steun + initiatief.aantal_papier
    return {
        "steun_wijk": own,
        "steun_elders": max(total - own, 0),
        "steun_papier": initiatief.aantal_papier,
    }
