"""What surveys tell the rest of the site when it starts, when all models are there."""

from __future__ import annotations

from enquetes import events, privacy, upgrade
from enquetes.beheer.registration import register_making
from enquetes.bus.clock import register_jobs as register_bus
from enquetes.effects import register_effects
from enquetes.listing import register_kinds
from enquetes.overzicht.registration import register_overview
from enquetes.papier.registration import register_paper
from enquetes.policies import register_policies
from enquetes.section import ENQUETES_SECTION
from enquetes.toegang.registration import register_access
from enquetes.uitslag.registration import register_results
from enquetes.uitvoer.registration import register_exports
from wijkteams.sections import register_section


def register_rows() -> None:
    """Who may see what residents leave behind, and how long it is kept."""
    register_policies()
    register_exports()
    register_paper()
    privacy.declare()
    register_access()
    register_results()


def register_pages() -> None:
    """Where surveys are seen."""
    register_section(ENQUETES_SECTION)
    events.connect()
    register_kinds()
    register_effects()
    upgrade.connect()
    register_making()
    register_bus()
    register_overview()
