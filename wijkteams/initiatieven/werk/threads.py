"""Initiatives as ends of a thread: what came of a signal or a theme (wijkteams.draden, I10)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wijkteams.draden.drafts import DraftUnder
from wijkteams.draden.makers import register_maker
from wijkteams.draden.pages import PagesOf
from wijkteams.draden.registry import End, register_end
from wijkteams.initiatieven.listing import INITIATIEF
from wijkteams.initiatieven.models import InitiatiefPage, InitiatievenIndexPage


def register_threads() -> None:
    """Called when the app is ready."""
    register_end(InitiatiefPage, End(_("Initiatief"), "icons/seedling.svg", PagesOf(INITIATIEF)))
    make = DraftUnder(InitiatievenIndexPage, InitiatiefPage)
    register_maker("initiatief", _("Maak er een initiatief van"), InitiatiefPage, make)
