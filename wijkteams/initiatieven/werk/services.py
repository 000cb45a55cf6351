"""The answer of the team to an idea (requirement I3). Each leaves an `Aanvraagstap`.

`seen` is the `stap` that was read: StaleError when somebody else answered meanwhile (rule R-26).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from wijkteams.initiatieven.aanvragen.services import ANSWER_WITHIN, workdays
from wijkteams.initiatieven.models import (
    Aanvraagstaat,
    Aanvraagstap,
    Initiatief,
    InitiatiefAanvraag,
    InitiatiefPage,
)
from wijkteams.initiatieven.werk import mails, making, reasons


class StaleError(Exception):
    """Somebody else changed it since it was read; `changes` says what they did."""

    def __init__(self, changes: list[Aanvraagstap]) -> None:
        super().__init__("stale")
        self.changes = changes


@dataclass(frozen=True)
class Wanted:
    """How an accepted idea comes on the site; what is empty, is as its initiator wrote it."""

    titel: str = ""
    samenvatting: str = ""
    staat: str = ""
    zin: str = ""
    toon_plek: bool = True
    als_concept: bool = False
    foto_alt: str = ""
    "Empty: the photo stays where it is."
    toestemming: str = ""


@transaction.atomic
def accept(
    aanvraag_pk: int, *, door: Any, seen: int | None = None, wanted: Wanted | None = None
) -> InitiatiefPage:
    """Make its page, take the initiators along and mail them the link of their own page.

    ValidationError when this user may not write in that ward.
    """
    aanvraag = _open(aanvraag_pk, seen)
    page, initiatief = making.make(aanvraag, wanted or Wanted(), door=door)
    _close(aanvraag, Aanvraagstaat.AANGENOMEN, door, initiatief=initiatief)
    aanvraag.initiatiefnemers.update(initiatief=initiatief, aanvraag=None)
    mails.accepted(aanvraag, initiatief)
    return page


@transaction.atomic
def refuse(
    aanvraag_pk: int, *, grond: str, reden: str, door: Any, seen: int | None = None
) -> InitiatiefAanvraag:
    """Say no, and why. They may ask that another moderator looks (rule R-16)."""
    aanvraag = _open(aanvraag_pk, seen)
    if not reden.strip():
        raise ValidationError({"reden": _("Schrijf op waarom niet. De bewoner leest dit.")})
    aanvraag.reden = reden.strip()
    _close(aanvraag, Aanvraagstaat.AFGEWEZEN, door, tekst=aanvraag.reden)
    mails.refused(aanvraag, reasons.state(aanvraag, grond, door))
    return aanvraag


@transaction.atomic
def ask(aanvraag_pk: int, *, vraag: str, door: Any, seen: int | None = None) -> InitiatiefAanvraag:
    """Ask the initiators something; they answer on their page."""
    aanvraag = _open(aanvraag_pk, seen)
    if not vraag.strip():
        raise ValidationError({"vraag": _("Schrijf op wat je wilt weten.")})
    _step(aanvraag, Aanvraagstaat.IN_GESPREK, vraag.strip(), door)
    mails.asked(aanvraag, vraag.strip())
    return aanvraag


@transaction.atomic
def join(
    aanvraag_pk: int, *, in_pk: int, zin: str = "", door: Any, seen: int | None = None
) -> InitiatiefAanvraag:
    """Bring them to an initiative that is there already; of a merged one, to where it went on."""
    aanvraag = _open(aanvraag_pk, seen)
    target = Initiatief.objects.openbaar().filter(wijk=aanvraag.wijk_id, pk=in_pk).first()
    while target is not None and target.samengevoegd_in is not None:
        target = target.samengevoegd_in
    if target is None:
        raise ValidationError({"in_pk": _("Kies een initiatief dat op de site staat.")})
    _close(aanvraag, Aanvraagstaat.MEEGEDAAN, door, initiatief=target, tekst=zin.strip())
    mails.joined(aanvraag, target, zin.strip())
    return aanvraag


@transaction.atomic
def reply(aanvraag_pk: int, tekst: str) -> InitiatiefAanvraag:
    """What an initiator answers to a question: the team is to look again."""
    aanvraag = _open(aanvraag_pk, None)
    if not tekst.strip():
        raise ValidationError({"tekst": _("Schrijf uw antwoord op.")})
    aanvraag.antwoord_voor = _anew()
    _step(aanvraag, Aanvraagstaat.NIEUW, tekst.strip(), None, van_bewoner=True)
    return aanvraag


@transaction.atomic
def assign(aanvraag_pk: int, *, aan: Any) -> None:
    """Who takes it up."""
    aanvraag = InitiatiefAanvraag.objects.locked(aanvraag_pk)
    aanvraag.toegewezen_aan = aan
    aanvraag.save(update_fields=["toegewezen_aan"])


@transaction.atomic
def reopen(aanvraag_pk: int, *, door: Any) -> None:
    """Put a refused idea back in the queue: somebody looked again and thought otherwise."""
    aanvraag = InitiatiefAanvraag.objects.locked(aanvraag_pk)
    if aanvraag.staat != Aanvraagstaat.AFGEWEZEN:
        raise ValidationError(_("Dit idee is niet meer afgewezen."))
    aanvraag.beslist_op = aanvraag.beslist_door = None
    aanvraag.reden, aanvraag.antwoord_voor = "", _anew()
    _step(aanvraag, Aanvraagstaat.NIEUW, _("Opnieuw bekeken: het team antwoordt alsnog."), door)


def _anew() -> date:
    """The day on which the team answers, counted from now."""
    return workdays(timezone.localdate(), ANSWER_WITHIN)


def _open(pk: int, seen: int | None) -> InitiatiefAanvraag:
    """The request, held; one that was answered already cannot be answered again."""
    aanvraag: InitiatiefAanvraag = InitiatiefAanvraag.objects.locked(pk)
    if (seen is not None and seen != aanvraag.stap) or not aanvraag.is_open:
        missed = aanvraag.stap - seen if seen is not None else 1
        rows = aanvraag.stappen.select_related("door").order_by("-pk")
        raise StaleError(list(rows[: max(missed, 0)]))
    return aanvraag


def _close(
    aanvraag: InitiatiefAanvraag,
    staat: str,
    door: Any,
    *,
    initiatief: Initiatief | None = None,
    tekst: str = "",
) -> None:
    aanvraag.initiatief = initiatief
    aanvraag.beslist_op, aanvraag.beslist_door = timezone.now(), door
    _step(aanvraag, staat, tekst, door)


def _step(
    aanvraag: InitiatiefAanvraag, staat: str, tekst: str, door: Any, *, van_bewoner: bool = False
) -> None:
    aanvraag.staat = staat
    aanvraag.stap += 1
    aanvraag.save()
    Aanvraagstap.objects.create(
        aanvraag=aanvraag, naar=staat, tekst=tekst[:1000], door=door, van_bewoner=van_bewoner
    )
