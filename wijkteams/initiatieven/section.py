"""The section 'Initiatieven' of a ward and of the city, behind the door 'Versterken'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkteams.sections import Section

if TYPE_CHECKING:
    from wijkteams.initiatieven.models import InitiatievenIndexPage
    from wijkteams.models import Wijk


def build(wijk: Wijk | None) -> InitiatievenIndexPage:
    """The initiatives of a ward, or (without) of all wards; none yet."""
    from wijkteams.initiatieven.models import InitiatievenIndexPage

    summary = _("Wat bewoners beginnen in de stad. Doe mee, of begin zelf iets.")
    if wijk is not None:
        summary = _("Wat bewoners beginnen in %(wijk)s. Doe mee, of begin zelf iets.") % {
            "wijk": wijk.name
        }
    return InitiatievenIndexPage(
        title=_("Initiatieven"), slug="initiatieven", show_in_menus=True, summary=summary
    )


INITIATIEVEN_SECTION = Section(
    slug="initiatieven",
    order=24,
    build=build,
    door="versterken",
    door_text=gettext_lazy("Hebt u een idee voor de wijk? Wij helpen u op weg."),
)
