"""How news stands in lists, and how lists of news are chosen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from wijkteams.vermeldingen.entry import day_start
from wijkteams.vermeldingen.querying import Choice, Slice, newest
from wijkteams.vermeldingen.registry import Details, register_kind

if TYPE_CHECKING:
    from wagtail.models import Locale

    from nieuws.models import NieuwsbriefPage, NieuwsPage
    from wijkteams.models import Wijk

NIEUWS = "nieuws"
NIEUWSBRIEF = "nieuwsbrief"


def news_items(
    locale: Locale,
    *,
    wijk: Wijk | None = None,
    limit: int = 3,
    before: str = "",
    year: int | None = None,
) -> Slice:
    """Public news, newest first; of one ward, or (without) of the whole city."""
    since = until = None
    if year is not None and 0 < year < date.max.year:
        since, until = date(year, 1, 1), date(year + 1, 1, 1)
    choice = Choice(NIEUWS, wijk=wijk, since=since, until=until)
    return newest(locale, choice, limit=limit, before=before)


def as_vermelding(page: NieuwsPage) -> Iterable[Details]:
    """An item by its day."""
    return [Details(starts_at=day_start(page.date), relevant_until=page.relevant_until)]


def as_edition(page: NieuwsbriefPage) -> Iterable[Details]:
    """A newsletter by its day."""
    return [Details(starts_at=day_start(page.date))]


def register_kinds() -> None:
    """Called when the app is ready."""
    from nieuws.models import (
        NieuwsbriefIndexPage,
        NieuwsbriefPage,
        NieuwsIndexPage,
        NieuwsJaarPage,
        NieuwsPage,
    )

    register_kind(NIEUWS, NieuwsPage, _("Nieuws"), as_vermelding)
    register_kind("nieuwslijst", NieuwsIndexPage, _("Nieuwsoverzicht"))
    register_kind("nieuwsjaar", NieuwsJaarPage, _("Nieuwsjaar"))
    register_kind(NIEUWSBRIEF, NieuwsbriefPage, _("Nieuwsbrief"), as_edition)
    register_kind("nieuwsbrieven", NieuwsbriefIndexPage, _("Nieuwsbrieven"))
