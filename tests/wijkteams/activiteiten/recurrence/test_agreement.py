"""Five hundred random series against three others, over both changes of the clock of a year."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from functools import cache
from itertools import takewhile
from random import Random
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
from dateutil.rrule import rrulestr

from tests.wijkteams.activiteiten.recurrence.by_hand import keys_by_hand
from tests.wijkteams.activiteiten.recurrence.chance import random_series
from wijkteams.activiteiten.recurrence.clock import attach
from wijkteams.activiteiten.recurrence.expand import expand
from wijkteams.activiteiten.recurrence.ical import Event, write_calendar
from wijkteams.activiteiten.recurrence.rule import Freq, ShortMonth
from wijkteams.activiteiten.recurrence.rule_text import write_rule
from wijkteams.activiteiten.recurrence.series import Series

ZONE = ZoneInfo("Europe/Amsterdam")
FIRST, LAST = date(2027, 1, 1), date(2027, 12, 31)
BEGIN, END = datetime(2027, 1, 1, tzinfo=ZONE), datetime(2028, 1, 1, tzinfo=ZONE)
NUMBER, SHARES = 500, 5


@cache
def batch(share: int) -> list[Series]:
    chance = Random(f"reeks {share}")
    return [random_series(chance) for _n in range(NUMBER // SHARES)]


def in_window(keys: list[datetime]) -> list[datetime]:
    return [key for key in keys if FIRST <= key.date() <= LAST]


@cache
def ours(series: Series) -> list[datetime]:
    return in_window([one.key for one in expand(series, FIRST, LAST)])


@pytest.mark.parametrize("share", range(SHARES))
def test_every_day_of_the_calendar_agrees(share: int) -> None:
    for series in batch(share):
        assert ours(series) == in_window(keys_by_hand(series, LAST)), series


@pytest.mark.parametrize("share", range(SHARES))
def test_dateutil_agrees_with_what_we_write(share: int) -> None:
    for series in batch(share):
        assert series.rule is not None
        text = write_rule(series.rule)
        if series.rule.until:  # a day to us, a moment to dateutil
            text = text.replace("UNTIL=" + f"{series.rule.until:%Y%m%d}", "UNTIL=" + until(series))
        made = takewhile(lambda key: key.date() <= LAST, rrulestr(text, dtstart=series.start))
        off = series.days_off(FIRST, LAST)
        kept = {key for key in made if key not in series.exdates and key.date() not in off}
        assert ours(series) == in_window(sorted(kept | set(series.rdates))), text


def until(series: Series) -> str:
    assert series.rule
    assert series.rule.until
    return f"{series.rule.until:%Y%m%d}T235959"


@pytest.mark.parametrize("share", range(SHARES))
def test_another_program_reads_the_same_from_our_calendar(share: int) -> None:
    for series in batch(share):
        ics = write_calendar([event(series)])
        theirs = recurring_ical_events.of(icalendar.Calendar.from_ical(ics)).between(BEGIN, END)
        found = sorted(theirs_of(one, series) for one in theirs)
        mine = sorted((moment(one.start), moment(one.end)) for one in expand(series, FIRST, LAST))
        assert mine == found, ics.decode()


def theirs_of(one: icalendar.Component, series: Series) -> tuple[datetime, datetime]:
    """They let an activity end before it begins, when its hour does not exist that night."""
    start, end = moment(one["DTSTART"].dt), moment(one["DTEND"].dt)
    return start, end if end > start else start + series.length


def event(series: Series) -> Event:
    return Event(uid="reeks@wijkplein.example", series=series, title="Koffie", stamp=STAMP)


STAMP = datetime(2026, 11, 1, 12, tzinfo=UTC)


def moment(found: date | datetime) -> datetime:
    if isinstance(found, datetime):
        return found.astimezone(UTC)
    return attach(datetime.combine(found, time.min))


@pytest.mark.parametrize("share", range(SHARES))
def test_a_late_window_gives_what_a_whole_one_gives(share: int) -> None:
    middle = date(2027, 7, 1)
    for series in batch(share):
        late = [one.key for one in expand(series, middle, LAST) if one.key.date() >= middle]
        assert late == [key for key in ours(series) if key.date() >= middle], series


def test_the_window_holds_both_changes_of_the_clock_and_hours_that_feel_them() -> None:
    keys = {key for share in range(SHARES) for series in batch(share) for key in ours(series)}

    felt = {key for key in keys if attach(key).replace(tzinfo=None) != key}
    double = {key for key in keys if ZONE.utcoffset(key) != ZONE.utcoffset(key.replace(fold=1))}
    assert {key.date() for key in felt} == {date(2027, 3, 28)}
    assert datetime(2027, 10, 31, 2, 30) in double


def test_every_kind_of_rule_takes_part() -> None:
    rules = [series.rule for share in range(SHARES) for series in batch(share) if series.rule]

    assert len(rules) == NUMBER
    for freq in Freq:
        assert sum(rule.freq == freq for rule in rules) > NUMBER / 10, freq
    assert any(rule.can_miss_a_month and rule.short_month == ShortMonth.LAST_DAY for rule in rules)
    assert any(rule.count for rule in rules)
    assert any(rule.until for rule in rules)
