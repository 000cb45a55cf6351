"""Passing on, answering and checking. Each in one transaction with its mail and its step."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from wijkteams.signalen import services
from wijkteams.signalen.models import Doorzending, Signaal, Staat
from wijkteams.signalen.partners import mails
from wijkteams.signalen.partners.koppeling.asking import demand_system
from wijkteams.signalen.partners.koppeling.telling import tell_system

GOOD_FOR = timedelta(days=180)
"How long the answer page opens; a signal that waits longer is passed on anew."
OPEN = (Doorzending.Stand.VERSTUURD, Doorzending.Stand.BEANTWOORD)
MAY_SAY = (Staat.OPGEPAKT, Staat.OPGELOST, Staat.GEEN_ACTIE)
"What a partner may say that has become of it."


@transaction.atomic
def pass_on(doorzending: Doorzending, *, openbare_zin: str, seen: int | None = None) -> Doorzending:
    """Pass a signal on (not yet saved), and say so in a step.

    Raises ValidationError for a closed signal, or a partner that cannot be reached so; StaleError
    when somebody else changed it meanwhile.
    """
    doorzending.signaal = Signaal.objects.locked(doorzending.signaal_id)
    _demand_reach(doorzending)
    doorzending.save()
    services.step(
        doorzending.signaal_id,
        Staat.DOORGEZET,
        door=doorzending.door,
        openbare_zin=openbare_zin,
        doorzending=doorzending,
        seen=seen,
    )
    # Both are rows of this transaction: who is killed now has told it and will send it, or neither.
    if doorzending.weg == Doorzending.Weg.MAIL:
        mails.ask(doorzending)
    elif doorzending.weg == Doorzending.Weg.OPEN311:
        tell_system.enqueue(doorzending.pk)
    return doorzending


def _demand_reach(doorzending: Doorzending) -> None:
    """That it can go by this way; a mail goes to where the partner can be reached now."""
    organisatie = doorzending.organisatie
    if organisatie is None:
        raise ValidationError({"organisatie": _("Kies een organisatie")})
    if doorzending.weg == Doorzending.Weg.OPEN311:
        demand_system(doorzending.signaal, organisatie)
    if doorzending.weg != Doorzending.Weg.MAIL:
        return
    if not organisatie.contact_email:
        text = _("Van deze organisatie is geen e-mailadres bekend.")
        raise ValidationError({"organisatie": text})
    doorzending.email = organisatie.contact_email


def is_open(doorzending: Doorzending) -> bool:
    """Whether its partner may still answer, or better what they answered."""
    fresh = timezone.now() - doorzending.verstuurd_op < GOOD_FOR
    return doorzending.stand in OPEN and fresh


@transaction.atomic
def answer(
    pk: int, *, antwoord: str, door: str, staat: str = "", extern_nummer: str = ""
) -> Doorzending | None:
    """Keep what a partner answered; None when it may not be answered (any more).

    Before it was checked a second answer takes the place of the first.
    """
    doorzending = _locked(pk)
    if not is_open(doorzending):
        return None
    first = doorzending.stand == Doorzending.Stand.VERSTUURD
    doorzending.antwoord, doorzending.antwoord_door = antwoord, door
    doorzending.antwoord_staat = staat if staat in MAY_SAY else ""
    doorzending.extern_nummer = extern_nummer or doorzending.extern_nummer
    doorzending.stand = Doorzending.Stand.BEANTWOORD
    doorzending.beantwoord_op = timezone.now()
    doorzending.save()
    if first:
        mails.tell_team(doorzending)
    return doorzending


@transaction.atomic
def check(
    pk: int, *, naar: str, openbare_zin: str, door: Any, seen: int | None = None
) -> Doorzending:
    """The team has read the answer: it becomes a step, in the words that all may read.

    Of a signal that was merged since, it is one of the signal that it follows. Raises
    ValidationError when it was checked or taken back already.
    """
    doorzending = _locked(pk)
    if doorzending.stand not in OPEN:
        raise ValidationError(_("Dit antwoord is al verwerkt."))
    lead = doorzending.signaal.samengevoegd_in or doorzending.signaal
    services.step(
        lead.pk,
        naar,
        door=door,
        openbare_zin=openbare_zin,
        doorzending=doorzending,
        seen=seen,
    )
    doorzending.stand = Doorzending.Stand.VERWERKT
    doorzending.nagekeken_door, doorzending.nagekeken_op = door, timezone.now()
    doorzending.save()
    return doorzending


@transaction.atomic
def withdraw(pk: int) -> Doorzending:
    """Take it back: the link opens nothing any more. Raises ValidationError when it was checked."""
    doorzending = _locked(pk)
    if doorzending.stand not in OPEN:
        raise ValidationError(_("Dit antwoord is al verwerkt."))
    doorzending.stand = Doorzending.Stand.INGETROKKEN
    doorzending.save(update_fields=["stand"])
    return doorzending


def _locked(pk: int) -> Doorzending:
    """Held until the transaction ends, after its signal: always in that order."""
    signaal_id = Doorzending.objects.values_list("signaal_id", flat=True).get(pk=pk)
    Signaal.objects.locked(signaal_id)
    rows = Doorzending.objects.select_for_update(of=("self",))
    near = ("signaal__wijk", "signaal__samengevoegd_in", "organisatie", "door")
    return rows.select_related(*near).get(pk=pk)
