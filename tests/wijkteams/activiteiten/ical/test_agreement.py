"""Two hundred series as calendars read them, and as our own rows have them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import icalendar
import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from tests.factories.activiteiten import activiteit_page
from tests.wijkteams.activiteiten.ical.reading_back import ZONE, calendar, check_lines, times
from tests.wijkteams.activiteiten.recurrence.chance import CLOSED, random_series
from wijkteams.activiteiten.ical.events import whole_event
from wijkteams.activiteiten.ical.reading import FACE, Told
from wijkteams.activiteiten.keren.sync import HORIZON, new_row
from wijkteams.activiteiten.models import Activiteit, ActiviteitPage, AgendaPage, Keer
from wijkteams.activiteiten.recurrence.clock import attach, detach
from wijkteams.activiteiten.recurrence.expand import expand
from wijkteams.activiteiten.recurrence.ical import write_calendar
from wijkteams.activiteiten.recurrence.rule import Freq, Rule

STAMP = datetime(2026, 11, 1, 12, tzinfo=ZONE)


def in_store(chance: Random) -> tuple[Told, list[Keer]]:
    """A random series with its rows, some moved, called off or with a note; no database."""
    series = random_series(chance)
    activiteit = Activiteit(ical_uid=f"{chance.random()}@wijkplein", changed_at=STAMP)
    first = series.start.date()
    rows = [new_row(activiteit, one) for one in expand(series, first, first + HORIZON)]
    for row in chance.sample(rows, min(3, len(rows))):
        what = chance.choice(("move", "cancel", "note"))
        if what == "move":
            start = detach(row.starts_at) + timedelta(hours=chance.choice((-30, 1, 26)))
            row.starts_at = attach(start)
            row.ends_at = row.starts_at + timedelta(minutes=50)
            row.moved, row.all_day = True, False
        elif what == "cancel":
            row.cancelled_at = STAMP
        else:
            row.note = "Neem brood mee."
    face: dict[str, Any] = {**dict.fromkeys(FACE, ""), "title": "Reeks"}
    face |= {"locatie__latitude": None, "locatie__longitude": None, "is_free": True}
    differing = [row for row in rows if row.moved or row.cancelled_at or row.note]
    return Told(activiteit, series, face, "/reeks/", (), differing), rows


def as_set(rows: list[Keer], first: date, last: date) -> set[tuple[Any, ...]]:
    begin = datetime(first.year, first.month, first.day, tzinfo=ZONE)
    end = datetime(last.year, last.month, last.day, tzinfo=ZONE) + timedelta(days=1)
    return {
        (
            timezone.localtime(row.starts_at),
            timezone.localtime(row.ends_at),
            "CANCELLED" if row.cancelled_at else "CONFIRMED",
        )
        for row in rows
        if row.ends_at > begin and row.starts_at < end
    }


@pytest.mark.parametrize("part", range(4))
def test_other_programs_have_the_times_that_we_have(part: int) -> None:
    moved = cancelled = clocks = 0
    for seed in range(50 * part, 50 * part + 50):
        told, rows = in_store(Random(seed))
        written = write_calendar([whole_event(told)])
        check_lines(written)
        first = told.series.start.date()
        # Both changes of the clock lie within thirteen months.
        window = (first, first + HORIZON - timedelta(days=5))
        theirs = times(icalendar.Calendar.from_ical(written), *window)
        assert theirs == as_set(rows, *window), f"seed {seed}"
        moved += sum(row.moved for row in rows)
        cancelled += sum(row.cancelled_at is not None for row in rows)
        clocks += len({row.starts_at.astimezone(ZONE).utcoffset() for row in rows}) == 2
    assert min(moved, cancelled, clocks) > 10
    assert CLOSED


def test_feed_of_a_ward_has_the_rows_of_a_ward(client: Client, haven_agenda: AgendaPage) -> None:
    with time_machine.travel(datetime(2027, 1, 2, 12, tzinfo=ZONE)):
        for day in range(5):
            rule = Rule(freq=Freq.WEEKLY, weekdays=(day,))
            start = datetime(2027, 1, 4 + day, 19, 30)
            activiteit_page(haven_agenda, f"Reeks {day}", start=start, rule=rule)

        theirs = times(
            calendar(client, "/havenkwartier/agenda.ics"), date(2027, 1, 3), date(2027, 12, 31)
        )

        ours = as_set(list(Keer.objects.all()), date(2027, 1, 3), date(2027, 12, 31))
        assert theirs == ours
        assert len(ours) == 5 * 52
        assert {start.utcoffset() for start, _end, _status in theirs} == {
            timedelta(hours=1),
            timedelta(hours=2),
        }


def test_a_series_that_got_another_hour_is_told_so(
    client: Client, haven_agenda: AgendaPage
) -> None:
    page = activiteit_page(haven_agenda, rule=Rule(freq=Freq.WEEKLY, weekdays=(0,)))
    last = timezone.localdate() + timedelta(days=300)
    page = ActiviteitPage.objects.get(pk=page.pk)
    page.starts_at += timedelta(hours=3)
    page.ends_at += timedelta(hours=3)
    page.save_revision().publish()

    theirs = times(calendar(client, "/havenkwartier/agenda.ics"), timezone.localdate(), last)

    assert theirs == as_set(list(Keer.objects.all()), timezone.localdate(), last)
    assert {start.hour for start, _end, _status in theirs} == {13}
