"""Where residents come across surveys: front pages, search, and what goes on by the clock."""

from __future__ import annotations

from typing import Any

from core.feeds import register_feed
from core.scheduler import register_job
from core.search import register_findable
from enquetes.bus.signals import laid_down
from enquetes.models import Enquete, EnqueteIndexPage, EnquetePage
from enquetes.overzicht.clock import follow_moments
from enquetes.overzicht.feed import survey_feed
from enquetes.overzicht.front_part import ask_the_ward
from enquetes.overzicht.search import as_found, list_as_found
from enquetes.overzicht.services import counted
from wijkteams.front_parts import register_front_part


def register_overview() -> None:
    """Called when the app is ready."""
    register_front_part(ask_the_ward)
    register_findable(EnquetePage, as_found, ("wijk",))
    register_findable(EnqueteIndexPage, list_as_found, ("wijk",), by_name=True)
    register_feed("rss.xml", survey_feed)
    register_job("follow_surveys", {"minute": "*/5"}, follow_moments)
    laid_down.connect(_laid_down, dispatch_uid="enquetes.overzicht.counted")


def _laid_down(enquete: Enquete, **kwargs: Any) -> None:
    """The page tells how many answered."""
    counted(enquete)
