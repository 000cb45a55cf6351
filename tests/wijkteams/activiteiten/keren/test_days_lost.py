"""A time that loses its day, and gets it back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import Site

from tests.factories import activiteit_page, next_monday, weekly
from wijkteams.activiteiten.keren.signals import keren_changed
from wijkteams.activiteiten.models import (
    Aanmelding,
    Activiteit,
    ActiviteitPage,
    AgendaInstellingen,
    AgendaPage,
    Keer,
    Vakantie,
)
from wijkteams.activiteiten.recurrence.clock import attach, detach
from wijkteams.activiteiten.recurrence.holidays import Kind
from wijkteams.activiteiten.recurrence.series import Series
from wijkteams.activiteiten.recurrence.series_text import write_series

pytestmark = pytest.mark.django_db


@pytest.fixture
def club(haven_agenda: AgendaPage) -> ActiviteitPage:
    """Every Monday but not in school holidays, ten times."""
    page = activiteit_page(haven_agenda, rule=weekly(count=10), inschrijving="open", live=False)
    start = next_monday()
    series = Series(
        start=start,
        end=start + timedelta(hours=2),
        rule=weekly(count=10),
        skip=frozenset({Kind.SCHOOL}),
    )
    page.herhaling = write_series(series)
    page.save_revision().publish()
    return page


@pytest.fixture
def heard() -> Any:
    """What was told about times."""
    told: list[dict[str, Any]] = []

    def listen(sender: Any, **kwargs: Any) -> None:
        told.append({name: kwargs[name] for name in ("moved", "cancelled", "resumed")})

    keren_changed.connect(listen)
    yield told
    keren_changed.disconnect(listen)


def comes(keer: Keer) -> Aanmelding:
    """Somebody comes."""
    return Aanmelding.objects.create(
        activiteit=keer.activiteit,
        keer=keer,
        status="bevestigd",
        name="Truus",
        code=f"c{keer.pk}",
        request_key=f"r{keer.pk}",
    )


def holiday(**given: Any) -> Vakantie:
    """The week of the second time."""
    first = (next_monday() + timedelta(days=5)).date()
    values = {"first_day": first, "last_day": first + timedelta(days=8)} | given
    return Vakantie.objects.create(name="Voorjaarsvakantie", **values)


def test_a_new_holiday_takes_its_day_out_and_gives_it_back(club: ActiviteitPage) -> None:
    found = holiday()
    assert Keer.objects.count() == 9

    found.delete()
    assert Keer.objects.count() == 10


def test_who_would_come_is_told_and_told_again(club: ActiviteitPage, heard: Any) -> None:
    second = Keer.objects.all()[1]
    comes(second)
    found = holiday()
    second.refresh_from_db()
    assert second.dropped
    assert second.is_cancelled
    assert heard[-1]["cancelled"] == [second]

    found.delete()
    second.refresh_from_db()
    assert not second.dropped
    assert not second.is_cancelled
    assert heard[-1]["resumed"] == [second]


def test_what_a_volunteer_cancelled_stays_cancelled(club: ActiviteitPage) -> None:
    second = Keer.objects.all()[1]
    comes(second)
    Keer.objects.filter(pk=second.pk).update(cancelled_at=timezone.now(), cancel_reason="Ziek")
    holiday().delete()

    second.refresh_from_db()
    assert second.is_cancelled


def test_a_holiday_of_another_region_is_none(club: ActiviteitPage) -> None:
    holiday(regions=["noord"])
    assert Keer.objects.count() == 10

    settings = AgendaInstellingen.for_site(Site.objects.get())
    settings.regio = "noord"
    settings.save()
    assert Keer.objects.count() == 9


def test_what_moves_to_a_day_that_has_been_is_cancelled_and_not_lost(
    haven_agenda: AgendaPage, heard: Any
) -> None:
    """On Thursday somebody changes 'each Friday' into 'each Monday': this Monday is over."""
    start = detach(timezone.now()).replace(hour=23, minute=0, second=0, microsecond=0)
    start += timedelta(days=1)
    days = (start.weekday(),)
    page = activiteit_page(
        haven_agenda, start=start, hours=0.5, rule=weekly_on(days), inschrijving="open"
    )
    row = comes(Keer.objects.all()[0])
    past = start - timedelta(days=3)
    page.starts_at, page.ends_at = attach(past), attach(past + timedelta(hours=0.5))
    page.herhaling = write_series(
        Series(start=past, end=past + timedelta(hours=0.5), rule=weekly_on((past.weekday(),)))
    )
    page.save_revision().publish()

    row.refresh_from_db()
    assert row.keer is not None
    still = detach(row.keer.starts_at)
    assert still > detach(timezone.now())
    assert row.keer.is_cancelled or still.weekday() == past.weekday()
    assert heard
    assert Activiteit.objects.get().keren.filter(dropped=False).exists()


def weekly_on(days: tuple[int, ...]) -> Any:
    """Each week on these days."""
    from wijkteams.activiteiten.recurrence.rule import Freq, Rule

    return Rule(freq=Freq.WEEKLY, weekdays=days)
