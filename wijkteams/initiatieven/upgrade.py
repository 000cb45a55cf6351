"""Wards and hubs that were there before initiatives get their page."""

from __future__ import annotations

from wijkteams.initiatieven.models import InitiatievenIndexPage
from wijkteams.initiatieven.section import build
from wijkteams.section_upgrade import LateSection

INITIATIEVEN = LateSection("initiatieven", lambda: InitiatievenIndexPage, build)


def connect() -> None:
    """Listen to the database being brought up to date."""
    INITIATIEVEN.connect("initiatieven")
