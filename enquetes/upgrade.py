"""Wards and hubs that were there before surveys get their page."""

from __future__ import annotations

from enquetes.models import EnqueteIndexPage
from enquetes.section import build
from wijkteams.section_upgrade import LateSection

ENQUETES = LateSection("enquetes", lambda: EnqueteIndexPage, build)


def connect() -> None:
    """Listen to the database being brought up to date."""
    ENQUETES.connect("enquetes")
