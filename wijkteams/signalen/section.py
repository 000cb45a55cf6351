"""The section 'Signalen' of a ward and of the city, behind the door 'Signaleren'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkteams.sections import Section

if TYPE_CHECKING:
    from wijkteams.models import Wijk
    from wijkteams.signalen.models import SignalenIndexPage


def build(wijk: Wijk | None) -> SignalenIndexPage:
    """The signals of a ward, or (without) of all wards; none yet."""
    from wijkteams.signalen.models import SignalenIndexPage

    summary = _("Wat bewoners zien in de stad, en wat ermee gebeurt.")
    if wijk is not None:
        summary = _("Wat bewoners zien in %(wijk)s, en wat ermee gebeurt.") % {"wijk": wijk.name}
    return SignalenIndexPage(
        title=_("Signalen"), slug="signalen", show_in_menus=True, summary=summary
    )


SIGNALEN_SECTION = Section(
    slug="signalen",
    order=27,
    build=build,
    door="signaleren",
    door_text=gettext_lazy("Vertel wat u ziet in de wijk. U hoort wat ermee gebeurt."),
)
