"""Wards and hubs that were there before agendas get theirs, when the database is updated."""

from __future__ import annotations

from wijkteams.activiteiten.models import AgendaPage
from wijkteams.activiteiten.section import build, build_for_hub
from wijkteams.models import Wijk
from wijkteams.section_upgrade import LateSection


def _build(wijk: Wijk | None) -> AgendaPage:
    return build_for_hub() if wijk is None else build(wijk)


AGENDAS = LateSection("agenda", lambda: AgendaPage, _build)


def add_agendas() -> int:
    """Give each ward and hub an agenda, in every language that it has; gives how many were made."""
    return AGENDAS.add_where_missing()


def connect() -> None:
    """Listen to the database being brought up to date; after the rooms that this one uses."""
    AGENDAS.connect("activiteiten")
