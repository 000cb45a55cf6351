"""The section 'Enquêtes' of a ward and of the city."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkteams.sections import Section

if TYPE_CHECKING:
    from enquetes.models import EnqueteIndexPage
    from wijkteams.models import Wijk


def build(wijk: Wijk | None) -> EnqueteIndexPage:
    """The surveys of a ward, or (without) of all wards; none yet."""
    from enquetes.models import EnqueteIndexPage

    summary = _("Wat vinden de bewoners? Vul een enquête in, of lees wat eruit kwam.")
    if wijk is not None:
        summary = _("Wat vindt %(wijk)s? Vul een enquête in, of lees wat eruit kwam.") % {
            "wijk": wijk.name
        }
    return EnqueteIndexPage(
        title=_("Enquêtes"), slug="enquetes", show_in_menus=True, summary=summary
    )


ENQUETES_SECTION = Section(
    slug="enquetes",
    order=25,
    build=build,
    door="samen-bouwen",
    door_text=gettext_lazy("Zeg wat u van uw wijk vindt. En lees wat eruit kwam."),
)
