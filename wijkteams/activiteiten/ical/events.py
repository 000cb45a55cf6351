"""From an activity to what stands in a calendar: a whole series, or one time of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from wijkteams.activiteiten.ical.reading import Told
from wijkteams.activiteiten.ical.words import (
    address_of,
    description_of,
    geo_of,
    place_of,
    title_of,
)
from wijkteams.activiteiten.models import Keer
from wijkteams.activiteiten.recurrence.clock import detach
from wijkteams.activiteiten.recurrence.expand import Override
from wijkteams.activiteiten.recurrence.ical import Event
from wijkteams.activiteiten.recurrence.series import MAX_DATES, Series


def whole_event(told: Told) -> Event:
    """An activity with all its times: the rule, and what differs from it."""
    by_key = {keer.named: keer for keer in told.differing}

    def words_of(key: datetime) -> tuple[str, str]:
        keer = by_key.get(key)
        return title_of(told, keer), description_of(told, keer)

    def url_of(key: datetime) -> str:
        return address_of(told, by_key.get(key))

    event = _event(told, with_lost(told.series, by_key))
    repeats = told.series.rule is not None or bool(told.series.rdates)
    if not repeats and by_key:
        return _once(event, told, next(iter(by_key.values())))
    overrides = tuple(override_of(keer, told.series) for keer in told.differing)
    return replace(event, overrides=overrides, words_of=words_of, url_of=url_of)


def time_event(told: Told, keer: Keer) -> Event:
    """One time alone, under a name of its own; what is but once keeps the name of the activity."""
    event = _event(told, told.series)
    if told.series.rule is not None or told.series.rdates:
        event = replace(event, uid=f"{keer.key}-{event.uid}"[:200])
    return _once(event, told, keer)


def with_lost(series: Series, by_key: dict[datetime, Keer]) -> Series:
    """Times that lost their day in the series but are still to be seen as 'gaat niet door'."""
    lost = [key for key in by_key if not series.has(key)]
    if not lost or series.rule is None:
        return series
    kept = tuple(key for key in series.exdates if key not in lost)
    extra = sorted({*series.rdates, *lost})[-MAX_DATES:]
    return replace(series, exdates=kept, rdates=tuple(extra))


def override_of(keer: Keer, series: Series) -> Override:
    """What differs of one time; one that has only a note differs in nothing but its words."""
    start, end = (detach(keer.starts_at), detach(keer.ends_at)) if keer.moved else (None, None)
    if start and end and end <= start:  # in the night of October
        end = start + series.length
    return Override(key=keer.named, start=start, end=end, cancelled=keer.cancelled_at is not None)


def _once(event: Event, told: Told, keer: Keer) -> Event:
    start, end = detach(keer.starts_at), detach(keer.ends_at)
    if end <= start:  # in the night of October
        end = start + timedelta(minutes=1)
    return replace(
        event,
        series=Series(start=start, end=end, all_day=keer.all_day),
        title=title_of(told, keer),
        description=description_of(told, keer),
        url=address_of(told, keer if told.series.rule else None),
        cancelled=event.cancelled or keer.cancelled_at is not None,
    )


def _event(told: Told, series: Series) -> Event:
    activiteit = told.activiteit
    return Event(
        uid=activiteit.ical_uid,
        series=series,
        title=title_of(told),
        stamp=activiteit.changed_at,
        sequence=activiteit.ical_sequence,
        description=description_of(told),
        location=place_of(told.face),
        geo=geo_of(told.face),
        url=address_of(told),
        categories=tuple(told.themas),
        cancelled=activiteit.cancelled_at is not None,
    )
