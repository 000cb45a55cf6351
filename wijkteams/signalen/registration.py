"""What signals tell the rest of the site when it starts, when all models are there."""

from __future__ import annotations

from wijkteams.sections import register_section
from wijkteams.signalen import copies, moderation, privacy, upgrade
from wijkteams.signalen.attenderen.digest import register as register_alerts
from wijkteams.signalen.effects import register_effects
from wijkteams.signalen.listing import register_kinds
from wijkteams.signalen.nazorg.asking import register as register_question
from wijkteams.signalen.openbaar.registration import register_public
from wijkteams.signalen.partners.registration import register_partners
from wijkteams.signalen.policies import register_policies
from wijkteams.signalen.section import SIGNALEN_SECTION
from wijkteams.signalen.themas.registration import register_themes
from wijkteams.signalen.vertellen import letters
from wijkteams.signalen.werk.registration import register_team_work


def register_rows() -> None:
    """Who may see what residents leave behind, and how long it is kept."""
    register_policies()
    privacy.declare()
    moderation.register()


def register_pages() -> None:
    """Where signals are seen."""
    register_section(SIGNALEN_SECTION)
    register_kinds()
    register_effects()
    register_public()
    upgrade.connect()


def register_work() -> None:
    """What goes on by the clock, and what follows from a change."""
    register_team_work()
    register_question()
    register_alerts()
    letters.connect()
    copies.connect()
    register_themes()
    register_partners()
