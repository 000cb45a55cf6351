"""Who follows or supports what was merged: who moves along, and who comes back (requirement I5).

`verhuisd_van` is where they came in; a move over several merges does not change it. Nobody has two
rows at one initiative: who is there already under the other name, waits at their own.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from core.turns import own_turn
from wijkteams.initiatieven.models import Initiatief, Steun, Volger
from wijkteams.initiatieven.steun import digest
from wijkteams.initiatieven.steun.counting import recount


def followers_along(bron: Initiatief, into: Initiatief) -> list[int]:
    """Followers go where it goes on. Gives who moved."""
    rows = Volger.objects.filter(initiatief=bron)
    _give_way(Volger.objects.filter(initiatief=into), rows)
    pks = _pks(rows.exclude(kenmerk__in=_marks(Volger, into)))
    moving = Volger.objects.filter(pk__in=pks)
    moving.filter(verhuisd_van=None).update(verhuisd_van=bron)
    digest.before_they_move(moving)
    # What happened there before they came, is no news to them: they read of it in the notice.
    moving.update(initiatief=into, verstuurd_tot=timezone.now())
    return pks


def followers_back(family: set[int], bron: Initiatief, rest: list[set[int]]) -> list[int]:
    """Those who came along come back. Gives who moved.

    `rest`: what goes on without it, by its distance from the end of the way. Who followed something
    of that too, and waited there, takes the place of their row that leaves.
    """
    coming = Volger.objects.filter(verhuisd_van__in=family).exclude(initiatief__in=family)
    digest.before_they_move(coming)
    pks = _back(Volger, family, bron)
    Volger.objects.filter(pk__in=pks).update(verstuurd_tot=timezone.now())
    (root,), further = rest[0], rest[1:]
    gone = Volger.objects.filter(pk__in=pks).values_list("kenmerk", flat=True)
    missing = set(gone) - set(
        Volger.objects.filter(initiatief=root).values_list("kenmerk", flat=True)
    )
    for level in further:
        for row in Volger.objects.filter(initiatief__in=level, kenmerk__in=missing):
            if row.kenmerk in missing and row.bevestigd_op is not None:
                missing.discard(row.kenmerk)
                digest.before_they_move(Volger.objects.filter(pk=row.pk))
                row.verhuisd_van_id = row.verhuisd_van_id or row.initiatief_id
                row.initiatief_id, row.verstuurd_tot = root, timezone.now()
                row.save(update_fields=["initiatief", "verhuisd_van", "verstuurd_tot"])
    return pks


def left(instance: Volger, **kwargs: Any) -> None:
    """Who leaves where it goes on, leaves all that they followed into it."""
    if instance.bevestigd_op is not None:
        rows = Volger.objects.filter(initiatief__samengevoegd_in=instance.initiatief_id)
        rows.filter(kenmerk=instance.kenmerk).delete()


def supporters_to_ask(family: set[int], into: Initiatief) -> list[int]:
    """Who supports what is merged, was not asked yet, and does not support the other already."""
    rows = Steun.objects.filter(initiatief__in=family, verhuizing_gevraagd_op=None)
    rows = rows.exclude(bevestigd_op=None).exclude(email="")
    return _pks(rows.exclude(kenmerk__in=_marks(Steun, into)))


def supporters_back(family: set[int], bron: Initiatief) -> tuple[list[int], set[int]]:
    """Support that was moved comes back. Gives whose it is, and where it counts otherwise now."""
    moved = Steun.objects.filter(verhuisd_van__in=family).exclude(initiatief__in=family)
    touched = set(moved.values_list("initiatief", flat=True))
    pks = _back(Steun, family, bron)
    at_home = Steun.objects.filter(initiatief=bron)
    at_home.update(verhuizing_gevraagd_op=None)  # merged again, they are asked again
    return pks, touched | family


def move_support(pk: int) -> bool:
    """The supporter says yes: it counts where it goes on. False when there is nothing to move."""
    with own_turn(), transaction.atomic():
        return _move(pk)


def _move(pk: int) -> bool:
    asked = Steun.objects.select_related("initiatief").get(pk=pk)
    van_pk, into_pk = asked.initiatief_id, asked.initiatief.samengevoegd_in_id
    if into_pk is None:
        return False
    held = {one: Initiatief.objects.locked(one) for one in sorted({van_pk, into_pk})}
    steun = Steun.objects.select_for_update(of=("self",)).get(pk=pk)
    into, still = held[into_pk], held[van_pk].samengevoegd_in_id == into_pk
    if steun.initiatief_id != van_pk or not still or steun.bevestigd_op is None:
        return False
    _give_way(Steun.objects.filter(initiatief=into), Steun.objects.filter(pk=pk))
    if Steun.objects.filter(initiatief=into, kenmerk=steun.kenmerk).exists():
        return False
    steun.verhuisd_van_id = steun.verhuisd_van_id or van_pk
    steun.initiatief, steun.verhuizing_gevraagd_op = into, None
    steun.save(update_fields=["initiatief", "verhuisd_van", "verhuizing_gevraagd_op"])
    for one in held:
        recount(one)
    return True


def _back(model: Any, family: set[int], bron: Initiatief) -> list[int]:
    """To what is undone; or, who has a row there already, all the way to where they came in."""
    rows = model.objects.filter(verhuisd_van__in=family).exclude(initiatief__in=family)
    pks = _pks(rows.exclude(kenmerk__in=_marks(model, bron)))
    moving = model.objects.filter(pk__in=pks)
    moving.update(initiatief=bron)
    moving.filter(verhuisd_van=bron).update(verhuisd_van=None)
    for row in rows:
        row.initiatief_id, row.verhuisd_van = row.verhuisd_van_id, None
        row.save(update_fields=["initiatief", "verhuisd_van"])
    return pks


def _give_way(there: QuerySet[Any], coming: QuerySet[Any]) -> None:
    """A wish that nobody said yes to is no reason to keep out who did."""
    sure = coming.exclude(bevestigd_op=None).values_list("kenmerk", flat=True)
    _drop(there.filter(bevestigd_op=None, kenmerk__in=list(sure)))


def _drop(rows: QuerySet[Any]) -> None:
    rows.model.objects.filter(pk__in=_pks(rows)).delete()


def _marks(model: Any, initiatief: Initiatief) -> list[str]:
    return list(model.objects.filter(initiatief=initiatief).values_list("kenmerk", flat=True))


def _pks(rows: QuerySet[Any]) -> list[int]:
    return list(rows.order_by("pk").values_list("pk", flat=True))
