"""Initiatives that want the same: one goes on, the others follow it, and it can be undone (I5).

What was merged into what is the tree of `Samenvoeging` rows that were not undone; nothing of it is
ever thrown away. `Initiatief.samengevoegd_in` is the one at the end of the way, for whoever asks.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from wijkteams.initiatieven import changed, services
from wijkteams.initiatieven.models import Initiatief, Samenvoeging
from wijkteams.initiatieven.samenvoegen import moving, telling
from wijkteams.initiatieven.steun.counting import recount


def tree(pk: int) -> set[int]:
    """An initiative and all that was merged into it, also by way of another."""
    return set().union(*levels(pk))


def levels(pk: int) -> list[set[int]]:
    """The same, by how many merges they are away."""
    found = [{pk}]
    while found[-1]:
        rows = Samenvoeging.objects.filter(doel__in=found[-1], los_op=None)
        found.append(set(rows.values_list("bron", flat=True)))
    return found


@transaction.atomic
def merge(into_pk: int, pks: Iterable[int], reden: str, door: Any) -> Initiatief:
    """Let these go on in one initiative; what went on in them before, comes along.

    Followers move and hear of it; who supports it is asked. ValidationError when it cannot be.
    """
    wanted = {*pks} - {into_pk}
    held = _locked({into_pk, *wanted})
    into = held.pop(into_pk, None)
    if into is None or not held:
        raise ValidationError({"met": _("Kies ten minste één ander initiatief.")})
    _check(into, list(held.values()), reden)
    for bron in held.values():
        _go_on_in(into, bron, reden.strip(), door)
    services.touch(into)
    into.refresh_from_db()
    return into


def _go_on_in(into: Initiatief, bron: Initiatief, reden: str, door: Any) -> None:
    family = tree(bron.pk)
    row = Samenvoeging.objects.create(bron=bron, doel=into, reden=reden, door=door)
    followers = moving.followers_along(bron, into)
    supporters = moving.supporters_to_ask(family, into)
    _lead(family, into)
    bron.samengevoegd_in = into
    services.touch(bron, alive=False)
    changed.merged.send(Initiatief, initiatief=bron, into=into)
    telling.merged_later.enqueue(row.pk, followers, supporters)


@transaction.atomic
def separate(pk: int, door: Any) -> Initiatief:
    """Undo a merge: it goes on by itself, with what went on in it. ValidationError when it does."""
    root_pk = Initiatief.objects.filter(pk=pk).values_list("samengevoegd_in", flat=True).first()
    # Both held in the order of `merge`; and asked again, for another may have been here first.
    held = _locked({pk, root_pk or pk})
    bron = held[pk]
    if bron.samengevoegd_in_id is None or bron.samengevoegd_in_id != root_pk:
        raise ValidationError(_("Dit initiatief is niet (meer) samengevoegd."))
    root, family = held[root_pk], tree(pk)
    row = Samenvoeging.objects.get(bron=bron, los_op=None)
    row.los_op, row.los_door = timezone.now(), door
    row.save(update_fields=["los_op", "los_door"])
    followers = moving.followers_back(family, bron, levels(root.pk))
    supporters, touched = moving.supporters_back(family, bron)
    _lead(family - {pk}, bron)
    bron.samengevoegd_in = None
    for one in (bron, root):
        services.touch(one)
    for one_pk in sorted(touched):
        recount(one_pk)
    changed.separated.send(Initiatief, initiatief=bron, was_into=root)
    telling.separated_later.enqueue(row.pk, followers, supporters)
    bron.refresh_from_db()
    return bron


def _locked(pks: set[int]) -> dict[int, Initiatief]:
    rows = Initiatief.objects.select_for_update(of=("self",)).filter(pk__in=pks)
    return {one.pk: one for one in rows.order_by("pk")}


def _lead(pks: set[int], into: Initiatief) -> None:
    """Their pages name another end of the way."""
    for one in Initiatief.objects.filter(pk__in=pks):
        one.samengevoegd_in = into
        one.save(update_fields=["samengevoegd_in"])
        changed.shown_otherwise.send(Initiatief, initiatief=one)


def _check(into: Initiatief, rows: list[Initiatief], reden: str) -> None:
    if not reden.strip():
        raise ValidationError({"reden": _("Schrijf in één zin waarom. Iedereen leest dit.")})
    for one in (into, *rows):
        if one.samengevoegd_in_id is not None:
            text = _("‘%(titel)s’ is al samengevoegd. Maak dat eerst los.")
            raise ValidationError(text % {"titel": one.title})
    if {one.wijk_id for one in rows} != {into.wijk_id}:
        raise ValidationError(_("Je kunt alleen initiatieven van één wijk samenvoegen."))
    if not into.is_live or into.is_afgesloten:
        raise ValidationError(
            _("‘%(titel)s’ kan niet verdergaan: het staat niet op de site, of het is afgesloten.")
            % {"titel": into.title}
        )
