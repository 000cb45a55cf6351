"""What is called off, moved or gone at the source."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.wijkteams.activiteiten.importing.calendars import day, event
from tests.wijkteams.activiteiten.importing.following import SERIES, row, says, trust
from wijkteams.activiteiten.importing.fetching import follow_source
from wijkteams.activiteiten.importing.placing import (
    place,
    skip,
    take_away,
)
from wijkteams.activiteiten.models import (
    Activiteit,
    ActiviteitPage,
    Bron,
    BronActiviteit,
)

Stand = BronActiviteit.Stand


@pytest.mark.parametrize("trusted", [True, False])
def test_what_is_called_off_there_is_called_off_here(bieb: Bron, trusted: bool) -> None:
    bieb = trust(bieb) if trusted else bieb
    place(says(bieb, event(*SERIES))[0], publish=True)
    off = event(
        f"RECURRENCE-ID;TZID=Europe/Amsterdam:{day(14)}T100000",
        f"DTSTART;TZID=Europe/Amsterdam:{day(14)}T100000",
        "STATUS:CANCELLED",
    )
    says(bieb, event(*SERIES), off)
    follow_source(bieb)

    second = Activiteit.objects.get().keren.all()[1]
    assert second.cancelled_at is not None
    assert "organisatie" in second.cancel_reason
    assert not Activiteit.objects.get().keren.all()[0].is_cancelled
    says(bieb, event(*SERIES, "STATUS:CANCELLED"), off)
    follow_source(bieb)
    assert Activiteit.objects.get().cancelled_at is not None


def test_a_time_that_is_moved_or_goes_on_after_all_is_followed(bieb: Bron) -> None:
    there = (f"RECURRENCE-ID;TZID=Europe/Amsterdam:{day(14)}T100000",)
    moved = event(
        *there,
        f"DTSTART;TZID=Europe/Amsterdam:{day(15)}T140000",
        f"DTEND;TZID=Europe/Amsterdam:{day(15)}T150000",
    )
    place(says(trust(bieb), event(*SERIES), moved)[0], publish=True)
    second = Activiteit.objects.get().keren.get(slug__contains=_iso(14))
    assert timezone.localtime(second.starts_at).hour == 14

    says(bieb, event(*SERIES))
    follow_source(bieb)
    second.refresh_from_db()
    assert timezone.localtime(second.starts_at).hour == 10
    assert not second.moved


def _iso(ahead: int) -> str:
    return (timezone.localdate() + timedelta(days=ahead)).isoformat()


def test_what_differs_is_there_also_when_the_draft_is_published_later(bieb: Bron) -> None:
    off = event(
        f"RECURRENCE-ID;TZID=Europe/Amsterdam:{day(14)}T100000",
        f"DTSTART;TZID=Europe/Amsterdam:{day(14)}T100000",
        "STATUS:CANCELLED",
    )
    page = place(says(bieb, event(*SERIES), off)[0], publish=False)
    page.get_latest_revision().publish()

    activiteit = Activiteit.objects.get()
    assert activiteit.ical_uid == "a1@bieb.example"
    assert activiteit.keren.filter(cancelled_at__isnull=False).count() == 1


def test_what_is_gone_there_goes_here_where_the_source_is_trusted(bieb: Bron) -> None:
    two = event(uid="2", title="Muziek"), event(uid="3", title="Dans")
    for found in says(bieb, event(), *two):
        place(found, publish=True)
    says(bieb, *two)
    follow_source(bieb)
    assert ActiviteitPage.objects.live().count() == 3
    assert bieb.gevonden.get(uid="a1@bieb.example").stand == Stand.WEG

    follow_source(trust(bieb))
    assert set(ActiviteitPage.objects.live().values_list("title", flat=True)) == {"Muziek", "Dans"}


def test_a_calendar_that_is_suddenly_empty_takes_nothing_away(bieb: Bron) -> None:
    place(says(trust(bieb), event())[0], publish=True)
    says(bieb)
    follow_source(bieb)

    assert ActiviteitPage.objects.get().live
    assert row(bieb).stand == Stand.WEG
    take_away(row(bieb))
    assert not ActiviteitPage.objects.get().live


def test_what_is_over_is_not_gone(bieb: Bron) -> None:
    place(says(trust(bieb), event())[0], publish=True)
    old = event(f"DTSTART:{day(-3)}T100000")
    says(bieb, old)

    assert row(bieb).stand == Stand.GEPLAATST


def test_what_was_skipped_or_thrown_away_does_not_come_back(bieb: Bron) -> None:
    [first, second] = says(trust(bieb), event(uid="1"), event(uid="2", title="Muziek"))
    skip(first)
    place(second, publish=True).delete()
    says(bieb, event(uid="1"), event(uid="2", title="Muziek"))
    follow_source(bieb)

    assert not ActiviteitPage.objects.exists()
    assert {found.stand for found in bieb.gevonden.all()} == {Stand.OVERGESLAGEN}


def test_what_cannot_be_ours_says_why_and_what_goes_on_there_not_is_not_made(bieb: Bron) -> None:
    says(trust(bieb), event("RRULE:FREQ=SECONDLY", uid="1"), event("STATUS:CANCELLED", uid="2"))
    follow_source(bieb)

    assert {found.stand for found in bieb.gevonden.all()} == {Stand.GEWEIGERD}
    assert all(found.reason for found in bieb.gevonden.all())
    assert not ActiviteitPage.objects.exists()
