"""How initiatives look among what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from core.search import register_findable
from wijkteams.initiatieven.models import InitiatiefPage, InitiatievenIndexPage
from wijkteams.search import found_item

if TYPE_CHECKING:
    from wijkteams.listing import ListItem


def as_found(page: InitiatiefPage, language: str) -> ListItem:
    """One initiative."""
    return found_item(
        page, kind="initiatief", kind_label=_("Initiatief"), wijk=page.wijk, language=language
    )


def list_as_found(page: InitiatievenIndexPage, language: str) -> ListItem:
    """The initiatives of a ward."""
    return found_item(
        page, kind="initiatieven", kind_label=_("Initiatieven"), wijk=page.wijk, language=language
    )


def register_found() -> None:
    """Called when the app is ready."""
    register_findable(InitiatiefPage, as_found, ("wijk",))
    register_findable(InitiatievenIndexPage, list_as_found, ("wijk",), by_name=True)
