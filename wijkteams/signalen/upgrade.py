"""Wards and hubs that were there before signals get their page."""

from __future__ import annotations

from wijkteams.section_upgrade import LateSection
from wijkteams.signalen.models import SignalenIndexPage
from wijkteams.signalen.section import build

SIGNALEN = LateSection("signalen", lambda: SignalenIndexPage, build)


def connect() -> None:
    """Listen to the database being brought up to date."""
    SIGNALEN.connect("signalen")
