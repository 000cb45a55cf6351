"""'Vraag herziening': who does not agree asks, and another moderator looks (requirement M2)."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.turns import own_turn
from wijkteams.moderatie import mails
from wijkteams.moderatie.models import (
    Actie,
    Besluit,
    Herziening,
    Inhoudsmelding,
    Moderatiestap,
    Uitkomst,
    Wat,
)
from wijkteams.moderatie.registry import subject_of


def ask(pk: int, *, van: str, melding: Inhoudsmelding | None, waarom: str) -> Herziening:
    """Put it on the list; asked twice is asked once."""
    with own_turn(), transaction.atomic():
        besluit = Besluit.objects.select_for_update(of=("self",)).get(pk=pk)
        made, is_new = Herziening.objects.get_or_create(
            besluit=besluit,
            van=van,
            melding=melding,
            defaults={"waarom": waarom, "wijk_id": besluit.wijk_id},
        )
        if is_new:
            _log(besluit, Wat.HERZIENING, str(Herziening.Van(van).label), None)
    return made


def may_handle(herziening: Herziening, user: Any) -> bool:
    """Not who decided, nor who looked again before: somebody else."""
    earlier = herziening.besluit.herzieningen.values_list("door_id", flat=True)
    return user.pk != herziening.besluit.door_id and user.pk not in set(earlier)


@transaction.atomic
def handle(pk: int, *, uitkomst: str, antwoord: str, door: Any) -> Herziening:
    """Decide anew, do it, and tell both sides why. Raises ValidationError."""
    besluit_id = Herziening.objects.values_list("besluit_id", flat=True).get(pk=pk)
    Besluit.objects.select_for_update(of=("self",)).get(pk=besluit_id)
    herziening = Herziening.objects.select_related("besluit").get(pk=pk)
    if herziening.uitkomst:
        raise ValidationError(_("Iemand anders heeft dit net al opnieuw bekeken."), code="stale")
    if not may_handle(herziening, door):
        raise ValidationError(_("Iemand anders dan wie besloot, moet dit opnieuw bekijken."))
    herziening.uitkomst, herziening.antwoord = uitkomst, antwoord
    herziening.door, herziening.herzien_op = door, timezone.now()
    herziening.save()
    if uitkomst == Uitkomst.ANDERS:
        _turn(herziening, door)
    _log(herziening.besluit, Wat.HERZIEN, herziening.get_uitkomst_display(), door)
    _tell(herziening)
    return herziening


def _turn(herziening: Herziening, door: Any) -> None:
    """What was off the site comes back, and the other way round."""
    besluit = herziening.besluit
    wanted = turned(besluit, herziening.van)
    subject = subject_of(besluit.soort)
    thing = subject.get(besluit.object_id) if subject else None
    if subject is None or thing is None:
        raise ValidationError(_("Dit bericht is er niet meer. Er valt niets te veranderen."))
    if wanted == besluit.geldt:
        return
    if wanted == Actie.WEG:
        subject.hide(thing, door=door)
    else:
        subject.show(thing, door=door)
    besluit.geldt = wanted
    besluit.save(update_fields=["geldt"])


def turned(besluit: Besluit, van: str) -> str:
    """What the decision becomes when who asked is right.

    Words that were taken away are gone: the author can only write them anew.
    """
    if besluit.geldt == Actie.WEG:
        return Actie.BLIJFT
    if besluit.geldt == Actie.NIET:
        return Actie.ALSNOG
    if besluit.geldt == Actie.AFGEDEKT and van == Herziening.Van.AUTEUR:
        return Actie.AFGEDEKT
    return Actie.WEG


def _tell(herziening: Herziening) -> None:
    """Who asked always; all others when something changed."""
    besluit = herziening.besluit
    changed = herziening.uitkomst == Uitkomst.ANDERS
    if changed or herziening.van == Herziening.Van.AUTEUR:
        subject = subject_of(besluit.soort)
        thing = subject.get(besluit.object_id) if subject else None
        author = subject.author_of(thing) if subject and thing is not None else None
        if author is not None:
            mails.reviewed_for_author(author, herziening)
    asked = [one for one in besluit.meldingen.all() if one.pk == herziening.melding_id]
    others = besluit.meldingen.exclude(pk=herziening.melding_id or 0) if changed else ()
    for melding in mails.once_each([*asked, *others]):
        mails.reviewed_for_reporter(melding, herziening)


def _log(besluit: Besluit, wat: str, tekst: str, door: Any) -> None:
    for melding in besluit.meldingen.all():
        Moderatiestap.objects.create(melding=melding, wat=wat, tekst=tekst, door=door)
