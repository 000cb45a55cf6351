"""What the team may do that a resident may not: give a place by hand, and put things right."""

from __future__ import annotations

from typing import Any

from wijkteams.activiteiten.aanmelden import services, tell
from wijkteams.activiteiten.aanmelden.applicant import Refused
from wijkteams.activiteiten.aanmelden.holding import held_of
from wijkteams.activiteiten.models import Aanmelding

Status = Aanmelding.Status
CORRECTED = ("name", "phone", "email", "age_group")


def give_place(pk: int) -> Aanmelding:
    """A place for who waits, whatever the order; reserved places count. Raises Refused.

    The team spoke with them: it needs no answer any more. Twice is the same as once.
    """
    with held_of(pk) as (this, row):
        if row.status == Status.BEVESTIGD:
            return row
        if row.status != Status.WACHTLIJST:
            raise Refused("weg")
        if not this.fits(row.places, is_team=True):
            raise Refused("vol")
        row.status = Status.BEVESTIGD
        row.save(update_fields=["status", "changed_at"])
        tell.tell(row, "komt")
        return row


def correct(pk: int, data: dict[str, Any]) -> None:
    """What the team typed anew: first the number, which may be refused. Raises Refused."""
    row = Aanmelding.objects.get(pk=pk)
    if (row.adults, row.children) != (data["adults"], data["children"]):
        services.change_size(pk, adults=data["adults"], children=data["children"], by_team=True)
    with held_of(pk) as (_this, row):
        for name in CORRECTED:
            setattr(row, name, data[name])
        if not row.children:
            row.age_group = ""
        row.save(update_fields=[*CORRECTED, "changed_at"])
