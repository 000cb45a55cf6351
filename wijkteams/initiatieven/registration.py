"""What initiatives tell the rest of the site when it starts, when all models are there."""

from __future__ import annotations

from wijkteams.initiatieven import privacy, publishing, upgrade
from wijkteams.initiatieven.aanvragen.registration import register as register_asking
from wijkteams.initiatieven.beheren.registration import register as register_initiators
from wijkteams.initiatieven.effects import register_effects
from wijkteams.initiatieven.hulp.registration import register as register_help
from wijkteams.initiatieven.listing import register_kinds
from wijkteams.initiatieven.openbaar.registration import register as register_public
from wijkteams.initiatieven.policies import register_policies
from wijkteams.initiatieven.samenvoegen.registration import register as register_merging
from wijkteams.initiatieven.section import INITIATIEVEN_SECTION
from wijkteams.initiatieven.steun.registration import register as register_support
from wijkteams.initiatieven.wegwijzer.registration import register as register_guides
from wijkteams.initiatieven.werk.registration import register as register_work_room
from wijkteams.sections import register_section


def register_rows() -> None:
    """Who may see what residents leave behind, and how long it is kept."""
    register_policies()
    privacy.declare()


def register_pages() -> None:
    """Where initiatives are seen."""
    register_section(INITIATIEVEN_SECTION)
    register_kinds()
    register_effects()
    register_public()
    register_guides()
    publishing.connect()
    upgrade.connect()


def register_work() -> None:
    """What goes on by the clock, and what follows from a change."""
    register_asking()
    register_work_room()
    register_support()
    register_help()
    register_initiators()
    register_merging()
