"""A source that says something, and what is remembered of it."""

from __future__ import annotations

from tests.wijkteams.activiteiten.importing.calendars import calendar, day
from wijkteams.activiteiten.importing.fetching import take_in
from wijkteams.activiteiten.models import Bron, BronActiviteit

SERIES = (
    f"DTSTART;TZID=Europe/Amsterdam:{day(7)}T100000",
    f"DTEND;TZID=Europe/Amsterdam:{day(7)}T110000",
    "RRULE:FREQ=WEEKLY;COUNT=4",
)


def says(bron: Bron, *events: str, head: str = "") -> list[BronActiviteit]:
    take_in(bron, calendar(*events, head=head))
    return list(bron.gevonden.order_by("uid"))


def trust(bron: Bron) -> Bron:
    bron.vertrouwen = Bron.Vertrouwen.PLAATSEN
    bron.save()
    return bron


def row(bron: Bron) -> BronActiviteit:
    return bron.gevonden.get()
