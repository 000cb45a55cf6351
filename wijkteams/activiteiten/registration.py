"""What agendas tell the rest of the site when it starts. Imported when all models are there."""

from __future__ import annotations

from wijkteams.activiteiten import privacy
from wijkteams.activiteiten.aanbod import events as sent_in
from wijkteams.activiteiten.aanbod.dashboard import register_buttons
from wijkteams.activiteiten.aanbod.privacy import declare_sent_in
from wijkteams.activiteiten.aanmelden import changes
from wijkteams.activiteiten.beheer import holidays, upgrade
from wijkteams.activiteiten.deelnemers.privacy import declare_messages
from wijkteams.activiteiten.deelnemers.viewset import declare_screens
from wijkteams.activiteiten.drukwerk import events as paper
from wijkteams.activiteiten.effects import register_effects
from wijkteams.activiteiten.front_part import soon
from wijkteams.activiteiten.ical.registration import register_calendars
from wijkteams.activiteiten.importing.registration import register_sources
from wijkteams.activiteiten.jobs import register_agenda_jobs
from wijkteams.activiteiten.keren import events
from wijkteams.activiteiten.listing import register_kinds
from wijkteams.activiteiten.policies import register_policies
from wijkteams.activiteiten.search import register_found
from wijkteams.activiteiten.section import AGENDA_SECTION
from wijkteams.activiteiten.threads import register_threads
from wijkteams.front_parts import register_front_part
from wijkteams.sections import register_section


def register_rows() -> None:
    """Who may see what residents leave behind, how long it is kept, and what it looks like."""
    register_policies()
    privacy.declare()
    declare_sent_in()
    declare_messages()
    declare_screens()
    register_buttons()


def register_pages() -> None:
    """Where activities are seen. The times come first: the rows of lists are made of them."""
    register_section(AGENDA_SECTION)
    events.connect()
    for other in (holidays, upgrade, changes):
        other.connect()
    register_kinds()
    register_found()
    register_front_part(soon)
    register_effects()


def register_work() -> None:
    """What goes on by the clock, and what follows from a change."""
    register_agenda_jobs()
    register_threads()
    register_calendars()
    register_sources()
    sent_in.connect()
    paper.connect()
