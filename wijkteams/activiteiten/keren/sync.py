"""The rows of a series, until the horizon. What has begun already is never touched."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.utils import timezone

from wijkteams.activiteiten.keren.series import series_of
from wijkteams.activiteiten.models import Activiteit, Keer
from wijkteams.activiteiten.models.keer import KEY
from wijkteams.activiteiten.recurrence.clock import detach
from wijkteams.activiteiten.recurrence.expand import Occurrence, Override, expand
from wijkteams.activiteiten.recurrence.series import Series

HORIZON = timedelta(days=400)
"More than a year: what is once a year is always to be seen."
SHOWN = ("starts_at", "ends_at", "all_day", "moved", "key", "slug")


@dataclass
class Synced:
    """What became of the rows."""

    created: list[Keer] = field(default_factory=list)
    moved: list[Keer] = field(default_factory=list)
    cancelled: list[Keer] = field(default_factory=list)
    "Without a day in the series any more, but somebody would come: they stay, as 'gaat niet door'."
    resumed: list[Keer] = field(default_factory=list)
    "They had lost their day, and have it again."
    deleted: int = 0

    @property
    def anything(self) -> bool:
        """Whether readers see a difference."""
        lists = (self.created, self.moved, self.cancelled, self.resumed)
        return any(lists) or self.deleted > 0


def sync(activiteit: Activiteit, today: date | None = None) -> Synced:
    """Make the rows of this activity what its series says, from now until the horizon.

    To be called in a transaction that holds the activity.
    """
    today = today or timezone.localdate()
    series, now = series_of(activiteit), timezone.now()
    rows = {row.key: row for row in still_to_come(activiteit, now)}
    taken = set(activiteit.keren.values_list("slug", flat=True))
    wanted = _wanted(series, rows.values(), today)
    done = Synced()
    for key, row in rows.items():
        found = wanted.pop(key, None)
        if found is not None:
            _follow(row, found, done)
        elif not series.has(row.named):
            _let_go(row, now, done)
    activiteit_keys = set(activiteit.keren.values_list("key", flat=True))
    fresh = [
        new_row(activiteit, one)
        for key, one in wanted.items()
        if key not in activiteit_keys and one.key.date().isoformat() not in taken
    ]
    done.created = Keer.objects.bulk_create(fresh, batch_size=200)
    _remember_horizon(activiteit, series, today)
    return done


def overrides_of(rows: Iterable[Keer]) -> list[Override]:
    """What differs from the series, as the recurrence room knows it."""
    return [
        Override(
            key=row.named,
            start=detach(row.starts_at) if row.moved else None,
            end=detach(row.ends_at) if row.moved else None,
            cancelled=row.cancelled_at is not None,
        )
        for row in rows
        if row.moved or row.cancelled_at is not None
    ]


def new_row(activiteit: Activiteit, one: Occurrence) -> Keer:
    """The row of a time, not saved."""
    return Keer(
        activiteit=activiteit,
        key=one.key.strftime(KEY),
        slug=one.key.date().isoformat(),
        starts_at=one.start,
        ends_at=one.end,
        all_day=one.all_day,
        moved=one.moved,
    )


def still_to_come(activiteit: Activiteit, now: datetime) -> list[Keer]:
    """The times that have not begun."""
    return list(activiteit.keren.filter(starts_at__gt=now).order_by("key"))


def _wanted(series: Series, rows: Iterable[Keer], today: date) -> dict[str, Occurrence]:
    first = today if series.rule else min(today, series.start.date())
    found = expand(series, first, today + HORIZON, overrides_of(rows))
    if series.rule is None and series.start.date() > today + HORIZON:
        day = series.start.date()
        found = expand(series, day, day, overrides_of(rows))
    return {one.key.strftime(KEY): one for one in found}


def _follow(row: Keer, one: Occurrence, done: Synced) -> None:
    new = new_row(row.activiteit, one)
    row.was = (row.starts_at, row.ends_at)
    differs = row.was != (new.starts_at, new.ends_at)
    if any(getattr(row, name) != getattr(new, name) for name in SHOWN):
        for name in SHOWN:
            setattr(row, name, getattr(new, name))
        row.save(update_fields=list(SHOWN))
    if row.dropped:
        _take_back(row, done)
    elif differs and row.cancelled_at is None:
        done.moved.append(row)


def _take_back(row: Keer, done: Synced) -> None:
    """It has a day again. What a volunteer cancelled herself, with a reason, stays cancelled."""
    row.dropped = False
    if not row.cancel_reason:
        row.cancelled_at = None
        done.resumed.append(row)
    row.save(update_fields=["dropped", "cancelled_at"])


def _let_go(row: Keer, now: datetime, done: Synced) -> None:
    if not row.aanmeldingen.exists():
        row.delete()
        done.deleted += 1
    elif not row.dropped:
        was_on = row.cancelled_at is None
        row.dropped, row.cancelled_at = True, row.cancelled_at or now
        row.save(update_fields=["dropped", "cancelled_at"])
        if was_on:
            done.cancelled.append(row)


def _remember_horizon(activiteit: Activiteit, series: Series, today: date) -> None:
    ends = series.rule is None or series.horizon <= datetime.combine(
        today + HORIZON, datetime.min.time()
    )
    activiteit.horizon = None if ends else today + HORIZON
    activiteit.save(update_fields=["horizon"])
