"""Single times of the demo's series: those of the past year, and what differs of one."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import cycle
from typing import Any

from django.utils import timezone

from wijkteams.activiteiten.keren.series import series_of
from wijkteams.activiteiten.keren.sync import new_row
from wijkteams.activiteiten.models import Activiteit, Keer
from wijkteams.activiteiten.recurrence.expand import expand

from .guests import add_guests

DAY = timedelta(days=1)


def add_past(activiteit: Activiteit, visitors: list[int], today: date) -> None:
    """The times before today, which a series that is published today would not get."""
    series = series_of(activiteit)
    first = series.start.date()
    if first >= today:
        return
    there = set(activiteit.keren.values_list("key", flat=True))
    made = (new_row(activiteit, one) for one in expand(series, first, today - DAY))
    rows = [row for row in made if row.key not in there]
    for row, number in zip(rows, cycle(visitors or [0]), strict=False):
        row.visitors = number or None
    Keer.objects.bulk_create(rows)


def change_times(activiteit: Activiteit, changes: list[dict[str, Any]]) -> None:
    """What the team changed of one time, and who comes to it."""
    now = timezone.now()
    coming = list(activiteit.keren.filter(starts_at__gt=now).order_by("starts_at"))
    over = list(activiteit.keren.filter(starts_at__lte=now).order_by("-starts_at"))
    for change in changes:
        number = change["keer"]
        keer = coming[number] if number >= 0 else over[-number - 1]
        _change(keer, change)
        if "lijst" in change:
            add_guests(activiteit, keer, change["lijst"])


def _change(keer: Keer, change: dict[str, Any]) -> None:
    for name in ("note", "capacity", "visitors", "opbrengst"):
        if name in change:
            setattr(keer, name, change[name])
    if "afgelast" in change:
        keer.cancelled_at, keer.cancel_reason = timezone.now(), change["afgelast"]
    if "verplaatst" in change:
        shift = timedelta(days=change["verplaatst"])
        keer.starts_at, keer.ends_at, keer.moved = (
            keer.starts_at + shift,
            keer.ends_at + shift,
            True,
        )
    keer.save()
