"""The section 'Nieuws' of a ward, behind the door 'Informeren'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkteams.sections import Section

if TYPE_CHECKING:
    from nieuws.models import NieuwsIndexPage
    from wijkteams.models import Wijk


def build(wijk: Wijk) -> NieuwsIndexPage:
    """The ward's news list, empty."""
    from nieuws.models import NieuwsIndexPage

    return NieuwsIndexPage(
        title=_("Nieuws"),
        slug="nieuws",
        show_in_menus=True,
        summary=_("Het nieuws uit %(wijk)s, geschreven door bewoners.") % {"wijk": wijk.name},
    )


NIEUWS_SECTION = Section(
    slug="nieuws",
    order=10,
    build=build,
    door="informeren",
    door_text=gettext_lazy("Lees het nieuws uit uw wijk."),
)
