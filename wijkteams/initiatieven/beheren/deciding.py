"""What waits for a look of the team, and the decision: on the site, or not and why (R-16, R-26).

for one in waiting(user): one.row, one.is_update, one.conflicts
approve(update.pk, door=user)                  refuse(update.pk, "…", door=user)
approve_change(change.pk, door=user)           ConflictError: show both, and ask which
approve_change(change.pk, door=user, inhoud={"summary": "…"})
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from wijkteams.initiatieven import changed, services
from wijkteams.initiatieven.beheren import changing, mails
from wijkteams.initiatieven.beheren.changing import Conflict
from wijkteams.initiatieven.hulp import asking
from wijkteams.initiatieven.models import (
    Controle,
    Initiatief,
    Initiatiefnemer,
    Update,
    Wijziging,
)
from wijkteams.moderatie.models import Actie, Reden
from wijkteams.moderatie.unasked import state_reasons


class DecidedError(Exception):
    """Somebody else decided about it already."""


class ConflictError(Exception):
    """The team changed the same meanwhile; `conflicts` says what."""

    def __init__(self, conflicts: list[Conflict]) -> None:
        super().__init__("conflict")
        self.conflicts = conflicts


@dataclass(frozen=True)
class Waiting:
    """Something that an initiator wrote."""

    row: Update | Wijziging
    conflicts: list[Conflict] = field(default_factory=list)

    @property
    def is_update(self) -> bool:
        return isinstance(self.row, Update)


def waiting(user: Any, initiatief: Initiatief | None = None) -> list[Waiting]:
    """All that waits in the wards of this user, or with one initiative; the oldest first."""
    found: list[Waiting] = []
    for model in (Update, Wijziging):
        rows: Any = model.objects.visible_to(user).filter(controle=Controle.WACHT)
        if initiatief is not None:
            rows = rows.filter(initiatief=initiatief)
        for row in rows.select_related("initiatief__wijk", "door_initiatiefnemer"):
            is_change = isinstance(row, Wijziging)
            found.append(Waiting(row, changing.conflicts(row) if is_change else []))
    return sorted(found, key=lambda one: one.row.created_at)


@transaction.atomic
def approve(update_pk: int, *, door: Any) -> Update:
    """Put an update on the site. DecidedError when somebody else was first."""
    update = _held(Update, update_pk)
    place(update, door=door)
    mails.placed(update.door_initiatiefnemer, update.initiatief, is_changed=False)
    return update


def place(update: Update, *, door: Any = None) -> None:
    """On the site with it; its initiative is held by who calls."""
    update.controle, update.geplaatst_op, update.door = Controle.AKKOORD, timezone.now(), door
    update.save()
    services.touch(update.initiatief)
    changed.told.send(Initiatief, initiatief=update.initiatief, update=update)


@transaction.atomic
def refuse(update_pk: int, reden: str, *, door: Any, grond: str = Reden.ANDERS) -> Update:
    """It does not come on the site; its initiator reads why, and can ask to look again."""
    update = _held(Update, update_pk)
    _refuse(update, reden, grond, door)
    return update


@transaction.atomic
def approve_change(
    wijziging_pk: int, *, door: Any, inhoud: dict[str, str] | None = None
) -> Wijziging:
    """Do what an initiator wants; `inhoud`: what the team makes of it, after a conflict too."""
    row = _held(Wijziging, wijziging_pk)
    found = changing.conflicts(row) if inhoud is None else []
    if found:
        raise ConflictError(found)
    wanted = {**row.inhoud, **(inhoud or {})}
    do_change(row, wanted, door=door)
    is_changed = wanted != row.inhoud
    row.inhoud, row.controle = wanted, Controle.AKKOORD
    row.door, row.beslist_op = door, timezone.now()
    row.save()
    mails.placed(row.door_initiatiefnemer, row.initiatief, is_changed=is_changed)
    return row


def do_change(row: Wijziging, wanted: dict[str, Any], *, door: Any) -> None:
    """On the page, in the state, or among what is asked. ValidationError: it cannot any more."""
    match row.soort:
        case Wijziging.Soort.PAGINA:
            if changing.page_for(row.initiatief, row.language) is None:
                raise ValidationError(_("De pagina van dit initiatief is er niet meer."))
            changing.apply(row, wanted, door=door)
            services.touch(Initiatief.objects.locked(row.initiatief_id))
        case Wijziging.Soort.STAP:
            services.step(row.initiatief_id, wanted["staat"], wanted["zin"])
        case Wijziging.Soort.HULPVRAAG:
            asking.ask(row.initiatief_id, wanted)
            services.touch(Initiatief.objects.locked(row.initiatief_id))


@transaction.atomic
def refuse_change(
    wijziging_pk: int, reden: str, *, door: Any, grond: str = Reden.ANDERS
) -> Wijziging:
    """The page stays as it is; its initiator reads why, and can ask to look again."""
    row = _held(Wijziging, wijziging_pk)
    row.beslist_op = timezone.now()
    _refuse(row, reden, grond, door)
    return row


@transaction.atomic
def trust(nemer_pk: int, *, trusted: bool) -> None:
    """From now on what they write comes on the site at once, or not any more."""
    Initiatiefnemer.objects.filter(pk=nemer_pk).update(is_vertrouwd=trusted)


def _refuse(row: Any, reden: str, grond: str, door: Any) -> None:
    if not reden.strip():
        raise ValidationError({"reden": _("Schrijf op waarom niet. De bewoner leest dit.")})
    row.controle, row.reden, row.door = Controle.AFGEWEZEN, reden.strip()[:600], door
    row.save()
    state_reasons(row, actie=Actie.NIET, grond=grond, uitleg=row.reden, door=door)


def _held(model: Any, pk: int) -> Any:
    """The row, with its initiative held: of two who decide, the second is told."""
    key = model.objects.values_list("initiatief", flat=True).get(pk=pk)
    initiatief = Initiatief.objects.locked(key)
    row = model.objects.select_related("door_initiatiefnemer").get(pk=pk)
    row.initiatief = initiatief
    if row.controle != Controle.WACHT:
        raise DecidedError
    return row
