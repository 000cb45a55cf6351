"""Deciding on what was reported: it is done, written down, and told to both sides (rule R-16)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from wijkteams.moderatie import mails
from wijkteams.moderatie.models import Actie, Besluit, Inhoudsmelding, Moderatiestap, Reden, Wat
from wijkteams.moderatie.registry import Subject, subject_of

SUGGESTED: dict[str, str] = {
    Reden.PRIVACY: Actie.AFGEDEKT,
    Reden.DISCRIMINATIE: Actie.WEG,
    Reden.STRAFBAAR: Actie.WEG,
    Reden.SPAM: Actie.WEG,
}
"What mostly fits the reason (requirement M3). A human decides."


class StaleError(Exception):
    """Somebody else was faster (rule R-26)."""


@transaction.atomic
def decide(
    pk: int,
    *,
    actie: str,
    grond: str,
    feiten: str,
    uitleg: str,
    door: Any,
    woorden: Sequence[str] = (),
) -> Besluit:
    """Do it, for all open reports of the same thing at once; mails go to both sides.

    StaleError when it was decided meanwhile; ValidationError when it cannot be done.
    """
    melding = _open(pk)
    subject = subject_of(melding.soort)
    thing = subject.get(melding.object_id) if subject else None
    if subject is not None and thing is not None:
        _do(subject, thing, actie, woorden, door)
        melding.refresh_from_db(fields=["onderwerp"])  # words that are gone, are gone here too
    elif actie != Actie.WEG:
        raise ValidationError(_("Dit bericht is er niet meer. Kies dat het van de site is."))
    besluit = Besluit.objects.create(
        wijk_id=melding.wijk_id,
        soort=melding.soort,
        object_id=melding.object_id,
        onderwerp=melding.onderwerp,
        actie=actie,
        geldt=actie,
        grond=grond,
        feiten=feiten,
        uitleg=uitleg,
        door=door,
    )
    answered = _together(melding)
    for one in answered:
        _close(one, besluit)
    for one in mails.once_each(answered):
        mails.decided_for_reporter(one, besluit)
    author = subject.author_of(thing) if subject and thing is not None else None
    if author is not None:
        mails.decided_for_author(author, besluit)
    return besluit


def _do(subject: Subject, thing: Any, actie: str, words: Sequence[str], door: Any) -> None:
    if actie == Actie.WEG:
        subject.hide(thing, door=door)
    elif actie == Actie.AFGEDEKT and subject.redacts_words:
        if not words:
            raise ValidationError({"woorden": _("Schrijf op welke woorden weg moeten.")})
        try:
            subject.redact(thing, words, door=door)
        except ValidationError as error:
            raise ValidationError({"woorden": error.messages}) from error
    elif actie == Actie.AFGEDEKT and not subject.is_redacted(thing):
        raise ValidationError(_("Dek eerst een deel van de foto af. Beslis daarna."))


def _open(pk: int) -> Inhoudsmelding:
    melding = Inhoudsmelding.objects.select_for_update(of=("self",)).get(pk=pk)
    if not melding.is_open:
        raise StaleError
    return melding


def _together(melding: Inhoudsmelding) -> list[Inhoudsmelding]:
    """All open reports of the same thing."""
    same = Inhoudsmelding.objects.select_for_update(of=("self",)).filter(
        soort=melding.soort, object_id=melding.object_id, gesloten_op=None
    )
    return list(same.order_by("pk"))


def _close(melding: Inhoudsmelding, besluit: Besluit) -> None:
    melding.besluit, melding.gesloten_op = besluit, besluit.genomen_op
    melding.mening_gevraagd_door = None
    melding.save(update_fields=["besluit", "gesloten_op", "mening_gevraagd_door"])
    log(melding, Wat.BESLUIT, besluit.get_actie_display(), besluit.door)


@transaction.atomic
def nonsense(pks: Iterable[int], *, door: Any) -> int:
    """These reports are spam themselves: closed, and nothing is done. Gives how many."""
    rows = Inhoudsmelding.objects.select_for_update(of=("self",))
    found = list(rows.filter(pk__in=list(pks), gesloten_op=None).order_by("pk"))
    for melding in found:
        melding.is_spam, melding.gesloten_op = True, timezone.now()
        melding.save(update_fields=["is_spam", "gesloten_op"])
        log(melding, Wat.SPAM, "", door)
    return len(found)


@transaction.atomic
def ask_opinion(pk: int, *, tekst: str, door: Any) -> None:
    """Somebody wants to hear what another thinks, before deciding."""
    melding = _open(pk)
    melding.mening_gevraagd_door = door
    melding.save(update_fields=["mening_gevraagd_door"])
    log(melding, Wat.MENING_GEVRAAGD, tekst, door)


@transaction.atomic
def give_opinion(pk: int, *, tekst: str, door: Any) -> None:
    """A second opinion: of somebody else than who asked. Raises ValidationError."""
    melding = _open(pk)
    if melding.mening_gevraagd_door_id == door.pk:
        raise ValidationError(_("Jij vroeg dit zelf. Iemand anders geeft een mening."))
    melding.mening_gevraagd_door = None
    melding.save(update_fields=["mening_gevraagd_door"])
    log(melding, Wat.MENING, tekst, door)


def log(melding: Inhoudsmelding, wat: str, tekst: str, door: Any) -> None:
    """One line more."""
    Moderatiestap.objects.create(melding=melding, wat=wat, tekst=tekst, door=door)
