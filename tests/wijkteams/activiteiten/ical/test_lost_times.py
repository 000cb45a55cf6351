"""A time that lost its day in the series, for which somebody had signed up, is cancelled."""

from __future__ import annotations

import uuid

from django.test import Client

from tests.factories.activiteiten import activiteit, weekly
from tests.wijkteams.activiteiten.ical.reading_back import calendar, times
from wijkteams.activiteiten.keren.sync import sync
from wijkteams.activiteiten.models import Aanmelding, AgendaPage


def test_calendars_hear_that_it_does_not_go_on(client: Client, haven_agenda: AgendaPage) -> None:
    found = activiteit(haven_agenda, rule=weekly(count=4))
    first, second, third, fourth = found.keren.all()
    Aanmelding.objects.create(
        activiteit=found,
        keer=third,
        status=Aanmelding.Status.BEVESTIGD,
        name="Anna",
        code=uuid.uuid4().hex,
        request_key=uuid.uuid4().hex,
    )
    found.reeks = found.reeks.replace("COUNT=4", "COUNT=2")
    found.save()
    sync(found)

    theirs = times(
        calendar(client, "/havenkwartier/agenda.ics"),
        first.starts_at.date(),
        fourth.starts_at.date(),
    )

    assert {(start, status) for start, _end, status in theirs} == {
        (first.starts_at, "CONFIRMED"),
        (second.starts_at, "CONFIRMED"),
        (third.starts_at, "CANCELLED"),
    }
