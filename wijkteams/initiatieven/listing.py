"""How initiatives stand in lists; their state is that of their row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from wijkteams.vermeldingen.registry import Details, register_kind

if TYPE_CHECKING:
    from wijkteams.initiatieven.models import Initiatief, InitiatiefPage

INITIATIEF = "initiatief"
ZOEKT_HULP = "zoekt-hulp"
MARKS = (ZOEKT_HULP,)
"What lists may be chosen by. Only add at the end."
LEFT_ON_PAGE = "_initiatief"


def as_vermelding(page: InitiatiefPage) -> Iterable[Details]:
    """One row, with the state of the initiative and whether it asks for help."""
    if not hasattr(page, LEFT_ON_PAGE):
        prepare([page])
    initiatief = getattr(page, LEFT_ON_PAGE)
    delattr(page, LEFT_ON_PAGE)  # the next time that it is saved, it may be another
    yield as_details(initiatief, page) if initiatief is not None else Details()


def as_details(initiatief: Initiatief, page: InitiatiefPage | None = None) -> Details:
    """What its row says besides its page; it stands in lists by the day on which it began."""
    return Details(
        starts_at=page.first_published_at if page is not None else None,
        status=initiatief.staat,
        place=initiatief.plaats_tekst,
        marks=frozenset({ZOEKT_HULP}) if initiatief.zoekt_hulp else frozenset(),
    )


def prepare(pages: list[InitiatiefPage]) -> None:
    """Read the identities of many pages at once, and leave them on the pages."""
    from wijkteams.initiatieven.models import Initiatief

    keys = {page.translation_key for page in pages}
    rows = Initiatief.objects.filter(translation_key__in=keys)
    found = {one.translation_key: one for one in rows}
    for page in pages:
        setattr(page, LEFT_ON_PAGE, found.get(page.translation_key))


def register_kinds() -> None:
    """Called when the app is ready."""
    from wijkteams.initiatieven.models import (
        InitiatiefPage,
        InitiatievenIndexPage,
        WegwijzerPage,
    )

    register_kind(
        INITIATIEF, InitiatiefPage, _("Initiatief"), as_vermelding, marks=MARKS, prepare=prepare
    )
    register_kind("initiatieven", InitiatievenIndexPage, _("Initiatieven"))
    register_kind("wegwijzer", WegwijzerPage, _("Wegwijzer"))
