"""Signals that tell the same: one goes on, the others follow it, and it can be undone.

Nothing is thrown away: what was merged keeps its own words, its reporter and its followers. Whoever
counts or mails asks `family` for the numbers of all of them. Never more than one step deep.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from wijkteams.signalen import services
from wijkteams.signalen.models import Medemelder, Signaal


def family(pk: int) -> list[int]:
    """A signal and those that were merged into it: whose reporters and followers hear of it."""
    return [pk, *Signaal.objects.filter(samengevoegd_in=pk).values_list("pk", flat=True)]


def others_of(pk: int) -> int:
    """How many others have it too: each counts once, and so does who told what was merged."""
    pks = family(pk)
    rows = Medemelder.objects.filter(signaal__in=pks, is_mee=True)
    marks = list(rows.values_list("kenmerk", flat=True))
    return len(pks) - 1 + len({mark for mark in marks if mark}) + marks.count("")


@transaction.atomic
def recount(pk: int) -> int:
    """Write how many others have it too. Call it when a `Medemelder` came or went."""
    into = Signaal.objects.filter(pk=pk).values_list("samengevoegd_in", flat=True).first()
    for one in {pk, into or pk}:
        Signaal.objects.filter(pk=one).update(aantal_mee=others_of(one))
    return others_of(pk)


@transaction.atomic
def merge(into_pk: int, pks: Iterable[int], door: Any) -> Signaal:
    """Let these follow one signal: counts, followers and the public address lead on to it.

    What was merged into them before follows along. Raises ValidationError when they cannot.
    """
    wanted = sorted({*pks} - {into_pk})
    rows = {
        row.pk: row
        for row in Signaal.objects.select_for_update(of=("self",))
        .filter(pk__in=[into_pk, *wanted])
        .order_by("pk")
    }
    into = rows.pop(into_pk, None)
    if into is None or not rows:
        raise ValidationError(_("Kies ten minste twee signalen."))
    _check(into, list(rows.values()))
    text = _("Meer mensen vertelden dit. Wij volgen het samen op, onder nummer %(code)s.")
    for row in rows.values():
        Signaal.objects.filter(samengevoegd_in=row).update(samengevoegd_in=into)
        services.follow(row, into, joined=True, zin=text % {"code": into.code}, door=door)
        row.aantal_mee = others_of(row.pk)
    Signaal.objects.bulk_update(rows.values(), ["aantal_mee"])
    note = _("Samengevoegd met dit signaal: %(codes)s.")
    return _counted(into, _numbers(note, rows.values()), door)


@transaction.atomic
def separate(pk: int, door: Any) -> Signaal:
    """Undo a merge: it is a signal of its own again. Raises ValidationError when it is one."""
    into_pk = Signaal.objects.filter(pk=pk).values_list("samengevoegd_in", flat=True).first()
    # Both held in the order of `merge`; and asked again, for another may have been here first.
    held = {one: Signaal.objects.locked(one) for one in sorted({pk, into_pk or pk})}
    signaal = held[pk]
    if signaal.samengevoegd_in_id is None or signaal.samengevoegd_in_id != into_pk:
        raise ValidationError(_("Dit signaal is niet samengevoegd."))
    into = held[into_pk]
    zin = _("Wij volgen dit weer apart op.")
    services.follow(signaal, into, joined=False, zin=zin, door=door)
    Signaal.objects.filter(pk=pk).update(aantal_mee=others_of(pk))
    note = _("Niet meer samengevoegd met dit signaal: %(codes)s.")
    _counted(into, _numbers(note, [signaal]), door)
    return signaal


def _check(into: Signaal, rows: list[Signaal]) -> None:
    if into.samengevoegd_in_id is not None or any(row.samengevoegd_in_id for row in rows):
        raise ValidationError(_("Een van deze signalen is al samengevoegd. Maak dat eerst los."))
    if {row.wijk_id for row in rows} != {into.wijk_id}:
        raise ValidationError(_("Je kunt alleen signalen van één wijk samenvoegen."))
    if {row.is_vertrouwelijk for row in rows} != {into.is_vertrouwelijk}:
        raise ValidationError(
            _("Een vertrouwelijk signaal kun je alleen samenvoegen met een vertrouwelijk signaal.")
        )


def _counted(into: Signaal, note: str, door: Any) -> Signaal:
    """The one that goes on, with its new count and a trace for the team."""
    services.step(into.pk, into.staat, door=door, interne_notitie=note)
    Signaal.objects.filter(pk=into.pk).update(aantal_mee=others_of(into.pk))
    into.refresh_from_db()
    return into


def _numbers(text: str, rows: Iterable[Signaal]) -> str:
    return text % {"codes": ", ".join(sorted(row.code for row in rows))}
