"""Wards and hubs that were there before newsletters get their page and their list."""

from __future__ import annotations

from nieuws.abonnees.lijsten import ensure_lists
from nieuws.models import NieuwsbriefIndexPage
from nieuws.section import build_city_newsletters, build_newsletters
from wijkteams.models import Wijk
from wijkteams.section_upgrade import LateSection


def _build(wijk: Wijk | None) -> NieuwsbriefIndexPage:
    return build_city_newsletters() if wijk is None else build_newsletters(wijk)


NEWSLETTERS = LateSection("nieuwsbrief", lambda: NieuwsbriefIndexPage, _build)


def add_newsletters() -> int:
    """Give each ward and hub its newsletters, in every language; gives how many were made."""
    return NEWSLETTERS.add_where_missing()


def connect() -> None:
    """Listen to the database being brought up to date."""
    NEWSLETTERS.connect("nieuws", also=ensure_lists)
