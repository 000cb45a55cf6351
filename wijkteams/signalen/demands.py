"""What must be so before a signal changes. Each raises ValidationError, in words for the team."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from wijkteams.signalen.models import Klasse, Signaal, Staat
from wijkteams.signalen.staten import NEEDS_REASON, may_move


def demand_move(signaal: Signaal, naar: str, openbare_zin: str) -> None:
    """That it may go there, by itself, with the sentence that residents must be told."""
    if not may_move(signaal.staat, naar):
        raise ValidationError(
            _("Van ‘%(van)s’ kan een signaal niet naar ‘%(naar)s’.")
            % {"van": signaal.get_staat_display(), "naar": Staat(naar).label}
        )
    if naar == signaal.staat:
        return
    if naar in NEEDS_REASON and not openbare_zin.strip():
        raise ValidationError(
            {"openbare_zin": _("Schrijf in één zin voor bewoners wat er gebeurde of waarom.")}
        )
    demand_single(signaal)


def demand_single(signaal: Signaal) -> None:
    """That it follows no other: that takes it along. It may have been merged a moment ago."""
    if signaal.samengevoegd_in is not None:
        raise ValidationError(
            _("Dit signaal is samengevoegd. Zet de stap bij %(code)s.")
            % {"code": signaal.samengevoegd_in.code}
        )


def demand_as_closed(signaal: Signaal, klasse: str) -> None:
    """That it is as closed as the one it follows: who told it is mailed of the steps of that."""
    lead = signaal.samengevoegd_in
    if lead is not None and lead.is_vertrouwelijk and klasse != Klasse.VERTROUWELIJK:
        raise ValidationError(
            _("Dit signaal volgt een vertrouwelijk signaal. Maak het eerst los van %(code)s.")
            % {"code": lead.code}
        )
