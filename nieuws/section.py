"""The sections 'Nieuws' (behind the door 'Informeren') and 'Nieuwsbrief' of a ward."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkteams.sections import Section

if TYPE_CHECKING:
    from nieuws.models import NieuwsbriefIndexPage, NieuwsIndexPage
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


def build_newsletters(wijk: Wijk) -> NieuwsbriefIndexPage:
    """The ward's newsletters, none yet."""
    from nieuws.models import NieuwsbriefIndexPage

    return NieuwsbriefIndexPage(
        title=_("Nieuwsbrief"),
        slug="nieuwsbrief",
        show_in_menus=True,
        summary=_("Het nieuws en de agenda van %(wijk)s in uw mail.") % {"wijk": wijk.name},
    )


def build_city_newsletters() -> NieuwsbriefIndexPage:
    """The newsletters of all wards and of the city, none yet."""
    from nieuws.models import NieuwsbriefIndexPage

    return NieuwsbriefIndexPage(
        title=_("Nieuwsbrief"),
        slug="nieuwsbrief",
        show_in_menus=True,
        summary=_("Het nieuws van uw wijk in uw mail. U kiest zelf van welke wijk."),
    )


NIEUWSBRIEF_SECTION = Section(
    slug="nieuwsbrief",
    order=15,
    build=build_newsletters,
)
