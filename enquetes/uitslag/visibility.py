"""Who may see results, and when (requirement S7)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from enquetes.bus.services import GRACE
from enquetes.models import Enquete, Stand, Zichtbaar

if TYPE_CHECKING:
    from enquetes.models import Uitslag


def is_closed(enquete: Enquete, now: datetime | None = None) -> bool:
    """Whether nobody can send an answer any more: who had begun has an hour more."""
    now = now or timezone.now()
    return enquete.closes_at is not None and now >= enquete.closes_at + GRACE


def may_team_see(enquete: Enquete) -> bool:
    """Whether the team may see what was answered: with 'eerlijk afsluiten' not before the end.

    What all residents see, the team sees too.
    """
    return not enquete.eerlijk_afsluiten or is_closed(enquete) or enquete.uitslag_op is not None


def is_public(enquete: Enquete) -> bool:
    """Whether everybody may see the results now."""
    if not enquete.is_live or enquete.zichtbaar == Zichtbaar.NOOIT:
        return False
    if enquete.uitslag_op is not None:
        return True
    return enquete.zichtbaar == Zichtbaar.NU and _was_opened(enquete) and not enquete.teruggehaald


def is_for_who_answered(enquete: Enquete) -> bool:
    """Whether who answered may see the results now; everybody may once they are published."""
    after = enquete.is_live and enquete.zichtbaar == Zichtbaar.NA_INVULLEN
    return (after and _was_opened(enquete) and not enquete.teruggehaald) or is_public(enquete)


def is_seen_before_the_end(enquete: Enquete) -> bool:
    """Whether residents see figures while answers come in: then those move with care."""
    return enquete.zichtbaar in (Zichtbaar.NU, Zichtbaar.NA_INVULLEN)


def shown_questions(enquete: Enquete, uitslag: Uitslag) -> set[str]:
    """The questions whose results are seen: before the team chose, all that can be counted."""
    if enquete.uitslag_op is not None:
        return set(uitslag.vragen)
    return {one["id"] for one in uitslag.cijfers.get("vragen", ())}


def _was_opened(enquete: Enquete) -> bool:
    return enquete.stand() in (Stand.OPEN, Stand.GESLOTEN)
