"""The section 'Het wijkteam', that every ward has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from wijkteams.sections import Section

if TYPE_CHECKING:
    from wijkteams.models import Wijk, WijkteamPage


def build(wijk: Wijk) -> WijkteamPage:
    """The page of the team with a first text that the team can keep or change."""
    from wijkteams.models import WijkteamPage

    return WijkteamPage(
        title=_("Het wijkteam"),
        slug="wijkteam",
        show_in_menus=True,
        summary=_("Wij zijn bewoners van %(wijk)s. Wij zetten ons in voor de buurt.")
        % {"wijk": wijk.name},
    )


TEAM_SECTION = Section(slug="wijkteam", order=90, build=build)
