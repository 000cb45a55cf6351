"""The section 'Agenda' of a ward, behind the door 'Inspireren en verbinden'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkteams.sections import Section

if TYPE_CHECKING:
    from wijkteams.activiteiten.models import AgendaPage
    from wijkteams.models import Wijk


def build(wijk: Wijk) -> AgendaPage:
    """The ward's agenda, empty."""
    from wijkteams.activiteiten.models import AgendaPage

    return AgendaPage(
        title=_("Agenda"),
        slug="agenda",
        show_in_menus=True,
        summary=_("Wat er te doen is in %(wijk)s. Iedereen mag komen.") % {"wijk": wijk.name},
    )


def build_for_hub() -> AgendaPage:
    """The agenda of the whole city, empty."""
    from wijkteams.activiteiten.models import AgendaPage

    return AgendaPage(
        title=_("Agenda"),
        slug="agenda",
        show_in_menus=True,
        summary=_("Iedereen mag komen, ook als u in een andere wijk woont."),
    )


AGENDA_SECTION = Section(
    slug="agenda",
    order=20,
    build=build,
    door="verbinden",
    door_text=gettext_lazy("Kijk wat er te doen is, en doe mee."),
)
