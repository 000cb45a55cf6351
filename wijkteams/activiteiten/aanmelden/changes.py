"""Telling who comes, and who waits, what became of it: moved, off, on again, removed.

Called in the transaction of the change, which holds the activity: the mail goes out once, or the
change did not happen. Everybody gets one mail, also when fifty times of a series move at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from wijkteams.activiteiten.aanmelden import waiting
from wijkteams.activiteiten.aanmelden.face import time_in_words, when
from wijkteams.activiteiten.aanmelden.holding import Held
from wijkteams.activiteiten.aanmelden.tell import tell
from wijkteams.activiteiten.aanmelden.terms import hold_until
from wijkteams.activiteiten.keren.signals import activiteit_goes, keren_changed, room_changed
from wijkteams.activiteiten.models import Aanmelding, Activiteit, Keer

Status = Aanmelding.Status
ACTIVE = (*Aanmelding.HOLDING, Status.WACHTLIJST)
MOST_DAYS = 10


def _people(activiteit: Activiteit, keer: Keer | None) -> QuerySet[Aanmelding]:
    rows = Aanmelding.objects.filter(activiteit=activiteit, keer=keer, status__in=ACTIVE)
    return rows.order_by("pk")


def times_changed(
    activiteit: Activiteit,
    moved: Sequence[Keer],
    cancelled: Sequence[Keer],
    resumed: Sequence[Keer],
    **kwargs: Any,
) -> None:
    """Let everybody know, each about the time that they would come to."""
    now = timezone.now()
    for kind, keren in (("verplaatst", moved), ("afgelast", cancelled), ("gaat_door", resumed)):
        coming = [keer for keer in keren if keer.ends_at > now or kind == "verplaatst"]
        for keer in coming:
            _tell_of(activiteit, keer, kind, [keer])
        if coming:
            _tell_of(activiteit, None, kind, coming)
    for keer in (*moved, *resumed):
        _hold_anew(activiteit, keer, renew=keer in resumed)
        waiting.promote(Held(activiteit, keer))


def _tell_of(activiteit: Activiteit, keer: Keer | None, kind: str, keren: Sequence[Keer]) -> None:
    """The mail to who signed up for this time, or (None) for the series."""
    one = keren[0] if len(keren) == 1 else None
    for aanmelding in _people(activiteit, keer):
        aanmelding.activiteit = activiteit
        tell(
            aanmelding,
            kind,
            about=one,
            facts=lambda: _facts(activiteit, keren),
            expires=max(other.ends_at for other in keren),
        )


def _facts(activiteit: Activiteit, keren: Sequence[Keer]) -> dict[str, str]:
    one = keren[0] if len(keren) == 1 else None
    reason = (one.cancel_reason if one else "") or activiteit.cancel_reason
    days = "" if one or activiteit.cancelled_at else _days(keren)
    return {
        "old_line": _old(one) if one else "",
        "new": when(activiteit, one),
        "reason": " ".join(part for part in (days, reason) if part),
    }


def _old(keer: Keer) -> str:
    if keer.was is None:
        return ""
    old = time_in_words(*keer.was, all_day=keer.all_day)
    return _("Eerder was het: %(old)s.") % {"old": old}


def _days(keren: Sequence[Keer]) -> str:
    days = [time_in_words(k.starts_at, k.ends_at, all_day=k.all_day) for k in keren[:MOST_DAYS]]
    return _("Het gaat om: %(days)s.") % {"days": "; ".join(days)}


def _hold_anew(activiteit: Activiteit, keer: Keer, *, renew: bool) -> None:
    """A place is never kept until after the start; what was off gets its whole term again."""
    now = timezone.now()
    held = _people(activiteit, keer).exclude(hold_until=None)
    if renew:
        held.update(hold_until=hold_until(now, keer.starts_at))
    else:
        held.filter(hold_until__gt=keer.starts_at).update(hold_until=keer.starts_at)


def more_or_fewer_places(activiteit: Activiteit, **kwargs: Any) -> None:
    """Offer what is free now. With fewer places nobody has to go; the next wait until there is
    room again."""
    waits = Aanmelding.objects.filter(activiteit=activiteit, status=Status.WACHTLIJST)
    keren = {keer.pk: keer for keer in activiteit.keren.filter(starts_at__gt=timezone.now())}
    of_these: set[int | None] = set(waits.order_by().values_list("keer_id", flat=True).distinct())
    for keer_id in of_these:
        if keer_id is None:
            waiting.promote(Held(activiteit, None))
        elif keer_id in keren:
            keren[keer_id].activiteit = activiteit
            waiting.promote(Held(activiteit, keren[keer_id]))


def removed(activiteit: Activiteit, **kwargs: Any) -> None:
    """The page goes, and with it all sign-ups: whoever would still come is told."""
    if activiteit.cancelled_at is not None:
        return
    coming = list(activiteit.keren.upcoming().filter(cancelled_at=None))
    for keer in coming:
        keer.activiteit = activiteit
        _say_farewell(activiteit, keer)
    if coming:
        _say_farewell(activiteit, None)


def _say_farewell(activiteit: Activiteit, keer: Keer | None) -> None:
    for aanmelding in _people(activiteit, keer):
        aanmelding.activiteit, aanmelding.keer = activiteit, keer
        tell(aanmelding, "afgelast", facts=lambda: {"reason": ""}, gone=True)


def connect() -> None:
    """Called when the app is ready."""
    keren_changed.connect(times_changed, dispatch_uid="aanmelden.times")
    room_changed.connect(more_or_fewer_places, dispatch_uid="aanmelden.room")
    activiteit_goes.connect(removed, dispatch_uid="aanmelden.removed")
