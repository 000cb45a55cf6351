"""Writing signals. Everything that changes one goes through here: in one transaction, in order.

Nobody else sets `staat`, `klasse` or `openbaarheid`; so every change has its `Opvolging`, and who
has something to do with it hears (`changed`).
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from wijkteams.signalen import changed
from wijkteams.signalen.demands import demand_as_closed, demand_move, demand_single
from wijkteams.signalen.models import (
    GESLOTEN,
    Doorzending,
    Klasse,
    Melder,
    Openbaarheid,
    Opvolging,
    Signaal,
)
from wijkteams.signalen.models.signaal import new_code
from wijkteams.signalen.plaats import public_place

ORDER: list[str] = list(Klasse)


class StaleError(Exception):
    """Somebody else changed it since it was read; `changes` says what they did."""

    def __init__(self, changes: list[Opvolging]) -> None:
        super().__init__("stale")
        self.changes = changes


@transaction.atomic
def tell(signaal: Signaal, *, melder: Melder | None = None) -> Signaal:
    """Write a new signal (not yet saved), with who told it if they said so.

    Its class is at least that of its category. Confidential ones never come on the site.
    """
    signaal.klasse = max(
        signaal.klasse or Klasse.OPENBAAR, signaal.categorie.klasse, key=ORDER.index
    )
    if signaal.is_vertrouwelijk:
        signaal.openbaarheid = Openbaarheid.VERBORGEN
    public_place(signaal)
    while Signaal.objects.filter(code=signaal.code).exists():
        # With 100,000 in a year one in ten thousand new codes is taken.
        signaal.code = new_code()
    signaal.save()
    if melder is not None:
        melder.signaal = signaal
        melder.save()
    Opvolging.objects.create(
        signaal=signaal,
        naar=signaal.staat,
        door=signaal.ingevoerd_door,
        alleen_melder=signaal.is_vertrouwelijk,
    )
    changed.told.send(Signaal, signaal=signaal)
    return signaal


@transaction.atomic
def step(
    pk: int,
    naar: str,
    *,
    door: Any = None,
    openbare_zin: str = "",
    interne_notitie: str = "",
    doorzending: Doorzending | None = None,
    seen: int | None = None,
) -> Opvolging:
    """Bring a signal to a state, or (the same state) add a word. Gives the step.

    `seen`: the `stap` that the volunteer read; StaleError when it is older. ValidationError for a
    move that is not in the table, or without the sentence that residents must be told.
    """
    signaal = Signaal.objects.locked(pk)
    if seen is not None and seen != signaal.stap:
        raise StaleError(list(signaal.opvolgingen.order_by("-pk")[: signaal.stap - seen]))
    demand_move(signaal, naar, openbare_zin)
    closes = naar in GESLOTEN and not signaal.is_gesloten
    opvolging = Opvolging(
        signaal=signaal,
        van=signaal.staat,
        naar=naar,
        door=door,
        openbare_zin=openbare_zin,
        interne_notitie=interne_notitie,
        doorzending=doorzending,
        alleen_melder=signaal.is_vertrouwelijk,
        wacht_op_tweede=closes and signaal.is_vertrouwelijk,
    )
    opvolging.save()
    if not opvolging.wacht_op_tweede:
        _move(signaal, naar)
    _save(signaal)
    changed.stepped.send(Signaal, signaal=signaal, opvolging=opvolging)
    return opvolging


@transaction.atomic
def confirm(opvolging_pk: int, *, door: Any) -> Opvolging:
    """A second volunteer agrees that a confidential signal is closed. Raises ValidationError."""
    opvolging = Opvolging.objects.select_related("signaal").get(pk=opvolging_pk)
    signaal = Signaal.objects.locked(opvolging.signaal_id)
    opvolging.refresh_from_db()
    if not opvolging.wacht_op_tweede:
        raise ValidationError(_("Dit is al nagekeken."))
    demand_single(signaal)
    if door is None or opvolging.door_id == door.pk:
        raise ValidationError(_("Iemand anders van het team moet dit nakijken."))
    opvolging.wacht_op_tweede, opvolging.bevestigd_door = False, door
    opvolging.save(update_fields=["wacht_op_tweede", "bevestigd_door"])
    _move(signaal, opvolging.naar)
    _save(signaal)
    changed.stepped.send(Signaal, signaal=signaal, opvolging=opvolging)
    return opvolging


@transaction.atomic
def show(pk: int, openbaarheid: str) -> Signaal:
    """Bring a signal on the site, or take it off. Raises ValidationError for a confidential one."""
    signaal = Signaal.objects.locked(pk)
    if signaal.is_vertrouwelijk and openbaarheid == Openbaarheid.OPENBAAR:
        raise ValidationError(_("Een vertrouwelijk signaal komt nooit op de site."))
    signaal.openbaarheid = openbaarheid
    _save(signaal)
    changed.visibility_changed.send(Signaal, signaal=signaal)
    return signaal


@transaction.atomic
def classify(pk: int, klasse: str) -> Signaal:
    """Change who may know of it. A confidential one goes off the site at once.

    Raises ValidationError for one that would be more open than the confidential one it follows.
    """
    signaal = Signaal.objects.locked(pk)
    demand_as_closed(signaal, klasse)
    closes = ORDER.index(klasse) > ORDER.index(signaal.klasse)
    signaal.klasse = klasse
    if signaal.is_vertrouwelijk:
        signaal.openbaarheid = Openbaarheid.VERBORGEN
        # What follows it is mailed of its steps: those say as little as its own.
        for one in Signaal.objects.filter(samengevoegd_in=pk).exclude(klasse=klasse):
            classify(one.pk, klasse)
    public_place(signaal)
    _save(signaal)
    changed.visibility_changed.send(Signaal, signaal=signaal)
    if closes:
        changed.taken_away.send(Signaal, signaal=signaal, words=())
    return signaal


def follow(signaal: Signaal, into: Signaal, *, joined: bool, zin: str, door: Any) -> None:
    """Bring a locked signal as far as another, and tie it to that or loosen it (`merging`)."""
    opvolging = Opvolging(signaal=signaal, van=signaal.staat, naar=into.staat, door=door)
    opvolging.openbare_zin, opvolging.alleen_melder = zin, signaal.is_vertrouwelijk
    opvolging.save()
    signaal.staat, signaal.gesloten_op = into.staat, into.gesloten_op
    signaal.samengevoegd_in = into if joined else None
    _save(signaal)
    changed.stepped.send(Signaal, signaal=signaal, opvolging=opvolging)
    changed.visibility_changed.send(Signaal, signaal=signaal)


def touch(signaal: Signaal) -> None:
    """Save other changes of a locked signal, and let all who show it know."""
    public_place(signaal)
    _save(signaal)
    changed.visibility_changed.send(Signaal, signaal=signaal)


def _move(signaal: Signaal, naar: str) -> None:
    now = timezone.now()
    if naar in GESLOTEN and not signaal.is_gesloten:
        signaal.gesloten_op = now
    elif naar not in GESLOTEN:
        signaal.gesloten_op = None
    signaal.staat = naar
    # What was merged into it is as far, and is kept as long (requirement G14).
    together: dict[str, Any] = {"staat": naar, "gesloten_op": signaal.gesloten_op}
    Signaal.objects.filter(samengevoegd_in=signaal).update(**together)


def _save(signaal: Signaal) -> None:
    signaal.stap += 1
    signaal.bijgewerkt_op = timezone.now()
    signaal.save()
