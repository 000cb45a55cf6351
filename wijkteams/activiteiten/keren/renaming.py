"""Rows follow their times when a series changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from wijkteams.activiteiten.models import Keer
from wijkteams.activiteiten.models.keer import KEY
from wijkteams.activiteiten.recurrence.changes import Changed
from wijkteams.activiteiten.recurrence.clock import detach
from wijkteams.activiteiten.recurrence.expand import occurrence

ASIDE = "%d"
"Where a row waits while names change hands: no name of a time is a bare number."


def rename(rows: Sequence[Keer], changed: Changed) -> None:
    """Give each row the name, and the hours, that its time has in the new series.

    In two steps: one may get the name that another has until then. What lost its time keeps its
    name; `sync` decides what becomes of it. So does what would go to a time that has been: nobody
    can come then.
    """
    going = _going(rows, changed)
    differing = {one.key: one for one in changed.overrides}
    moving = [row for row in rows if row.pk in going and row.named != going[row.pk]]
    for row in moving:
        aside = ASIDE % row.pk
        Keer.objects.filter(pk=row.pk).update(key=aside[-15:], slug=aside[-20:])
    for row in moving:
        key = going[row.pk]
        row.key, row.slug = key.strftime(KEY), key.date().isoformat()
        # Hours are left to `sync`, which sees that they changed and lets people know.
        row.moved = occurrence(changed.series, key, differing.get(key)).moved
        row.save(update_fields=["key", "slug", "moved"])


def _going(rows: Sequence[Keer], changed: Changed) -> dict[int, datetime]:
    """The new name of each row that gets one, by its key in the database."""
    if not rows:
        return {}
    begun = Keer.objects.filter(activiteit=rows[0].activiteit_id)
    taken = set(begun.exclude(pk__in=[row.pk for row in rows]).values_list("slug", flat=True))
    found = {row.pk: changed.renamed[row.named] for row in rows if row.named in changed.renamed}
    now = detach(timezone.now())
    return {
        pk: key for pk, key in found.items() if key > now and key.date().isoformat() not in taken
    }
