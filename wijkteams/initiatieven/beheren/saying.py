"""What initiators do on their own page: tell, step, ask for help. At once when they are trusted."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from wijkteams.initiatieven import services
from wijkteams.initiatieven.beheren import changing, deciding, photos
from wijkteams.initiatieven.hulp import asking
from wijkteams.initiatieven.models import (
    Controle,
    Initiatief,
    Initiatiefnemer,
    InitiatiefPage,
    Staat,
    Update,
    Wijziging,
)
from wijkteams.initiatieven.staten import may_move


@transaction.atomic
def tell(nemer: Initiatiefnemer, tekst: str, *, photo: Any = None, alt: str = "") -> Update:
    """Keep an update; who sent the same twice told it once."""
    initiatief = _held(nemer)
    same = Update.objects.filter(initiatief=initiatief, door_initiatiefnemer=nemer, tekst=tekst)
    before = same.filter(controle__in=(Controle.WACHT, Controle.AKKOORD)).first()
    if before is not None:
        return before
    update = Update(initiatief=initiatief, door_initiatiefnemer=nemer, tekst=tekst)
    if photo is not None:
        photos.put(update, photo)
        update.foto_alt = alt
    if nemer.is_vertrouwd:
        deciding.place(update)
    else:
        update.save()
        services.touch(initiatief)  # it goes on: only its words wait
    return update


@transaction.atomic
def change_page(
    nemer: Initiatiefnemer, page: InitiatiefPage, wanted: dict[str, str], was: dict[str, str]
) -> Wijziging | None:
    """Propose it; of who is trusted it is done at once, unless the team changed the same."""
    row = changing.propose(nemer, page, wanted, was)
    if row is not None:
        services.touch(_held(nemer))
        _do_if_trusted(nemer, row)
        row.refresh_from_db()
    return row


@transaction.atomic
def step(nemer: Initiatiefnemer, naar: str, zin: str) -> Wijziging | None:
    """Another state. Our own sentence is said at once; None then, and for who is trusted."""
    initiatief = _held(nemer)
    if naar not in Staat.values or not may_move(initiatief.staat, naar):
        raise ValidationError(_("Dit kan nu niet. Kies een andere stand."))
    if nemer.is_vertrouwd or not zin.strip():
        services.step(initiatief.pk, naar, zin.strip() or our_sentence(naar))
        return None
    services.touch(initiatief)
    return _propose(nemer, Wijziging.Soort.STAP, {"staat": naar, "zin": zin.strip()})


def our_sentence(naar: str) -> str:
    """For who writes none."""
    words = {
        Staat.KLAAR: _("De initiatiefnemers laten weten: het is klaar."),
        Staat.GESTOPT: _("De initiatiefnemers laten weten: het is gestopt."),
    }
    other = _("De initiatiefnemers laten weten: %(staat)s.") % {"staat": Staat(naar).label.lower()}
    return words.get(Staat(naar), other)


@transaction.atomic
def ask_help(nemer: Initiatiefnemer, told: dict[str, Any]) -> Wijziging | None:
    """Ask for something; None when it stands there at once."""
    initiatief = _held(nemer)
    if nemer.is_vertrouwd:
        asking.ask(initiatief.pk, told)
        return None
    kept = {**told, "tot": told["tot"].isoformat() if told.get("tot") else None}
    return _propose(nemer, Wijziging.Soort.HULPVRAAG, kept)


@transaction.atomic
def still_goes_on(nemer: Initiatiefnemer) -> None:
    """The answer to our question."""
    services.touch(_held(nemer))


def _propose(nemer: Initiatiefnemer, soort: str, inhoud: dict[str, Any]) -> Wijziging:
    """Kept until the team looked; twice the same is once."""
    same: Any = Wijziging.objects.filter(
        door_initiatiefnemer=nemer, soort=soort, controle=Controle.WACHT
    )
    if soort == Wijziging.Soort.STAP:
        same.delete()  # the last one counts
    else:
        for row in same:
            if row.inhoud == inhoud:
                return row
    made: Wijziging = Wijziging.objects.create(
        initiatief=_held(nemer),
        door_initiatiefnemer=nemer,
        soort=soort,
        language=nemer.language,
        inhoud=inhoud,
    )
    return made


def _do_if_trusted(nemer: Initiatiefnemer, row: Wijziging) -> None:
    if nemer.is_vertrouwd and not changing.conflicts(row):
        deciding.do_change(row, row.inhoud, door=None)
        Wijziging.objects.filter(pk=row.pk).update(controle=Controle.AKKOORD)


def _held(nemer: Initiatiefnemer) -> Initiatief:
    return Initiatief.objects.locked(nemer.initiatief_id)  # type: ignore[arg-type]
