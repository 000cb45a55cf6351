"""How long the team still has to answer an idea (requirement I3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkteams.initiatieven.models import Aanvraagstaat

if TYPE_CHECKING:
    from wijkteams.initiatieven.models import InitiatiefAanvraag

OPEN = (Aanvraagstaat.NIEUW, Aanvraagstaat.IN_GESPREK)


@dataclass(frozen=True)
class Term:
    """In words, and whether it has passed."""

    words: str
    is_late: bool


def late() -> Q:
    """Ideas that wait for the team longer than was promised."""
    return Q(staat=Aanvraagstaat.NIEUW, antwoord_voor__lt=timezone.localdate())


def term_of(aanvraag: InitiatiefAanvraag) -> Term | None:
    """Of one that waits for the team; None where the initiator is to answer, or when it is done."""
    if aanvraag.staat != Aanvraagstaat.NIEUW:
        return None
    days = (aanvraag.antwoord_voor - timezone.localdate()).days
    if days < 0:
        text = ngettext("%(n)s dag te laat", "%(n)s dagen te laat", -days)
        return Term(text % {"n": -days}, is_late=True)
    if days == 0:
        return Term(_("Antwoord vandaag"), is_late=False)
    text = ngettext("Nog %(n)s dag", "Nog %(n)s dagen", days)
    return Term(text % {"n": days}, is_late=False)
