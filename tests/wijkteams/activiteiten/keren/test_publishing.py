from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import activiteit, activiteit_page, next_monday, weekly
from wijkteams.activiteiten.keren.signals import keren_changed
from wijkteams.activiteiten.models import Aanmelding, Activiteit, ActiviteitPage, AgendaPage, Keer
from wijkteams.activiteiten.recurrence.clock import attach
from wijkteams.activiteiten.recurrence.series import Series
from wijkteams.activiteiten.recurrence.series_text import write_series
from wijkteams.models import Vermelding

pytestmark = pytest.mark.django_db


def _sign_up(keer: Keer) -> Aanmelding:
    return Aanmelding.objects.create(
        activiteit=keer.activiteit,
        keer=keer,
        status="bevestigd",
        name="Anna",
        code="a",
        request_key="a",
    )


def _change(page: ActiviteitPage, start: object, **values: object) -> None:
    page = ActiviteitPage.objects.get(pk=page.pk)
    series = Series(start=start, end=start + timedelta(hours=2), **values)  # type: ignore[operator, arg-type]
    page.starts_at, page.ends_at = attach(series.start), attach(series.end)
    page.herhaling = write_series(series) if series.rule else ""
    page.save_revision().publish()


def test_an_activity_of_once_has_one_time(haven_agenda: AgendaPage) -> None:
    found = activiteit(haven_agenda)

    keer = found.keren.get()
    assert keer.starts_at == attach(next_monday())
    assert keer.slug == next_monday().date().isoformat()
    assert found.wijk == haven_agenda.wijk


def test_a_weekly_series_has_a_row_for_each_week_until_the_horizon(
    haven_agenda: AgendaPage,
) -> None:
    found = activiteit(haven_agenda, rule=weekly())

    assert 54 <= found.keren.count() <= 57
    assert {timezone.localtime(keer.starts_at).hour for keer in found.keren.all()} == {10}


def test_lists_have_a_row_for_each_time(haven_agenda: AgendaPage) -> None:
    page = activiteit_page(haven_agenda, rule=weekly(count=3))

    rows = Vermelding.objects.filter(page=page, kind="activiteit").order_by("starts_at")
    assert [row.occurrence for row in rows] == [
        (next_monday() + timedelta(weeks=week)).date().isoformat() for week in range(3)
    ]
    assert rows[0].url == f"/havenkwartier/agenda/{page.slug}/{rows[0].occurrence}/"


def test_a_draft_counts_for_nothing(haven_agenda: AgendaPage) -> None:
    page = activiteit_page(haven_agenda, rule=weekly(count=3))
    page.starts_at = attach(next_monday(15))
    page.ends_at = attach(next_monday(17))
    page.capacity = 3
    page.save_revision()

    found = Activiteit.objects.of_page(page).get()
    assert found.capacity is None
    assert {timezone.localtime(keer.starts_at).hour for keer in found.keren.all()} == {10}


def test_another_hour_takes_sign_ups_along_and_tells(haven_agenda: AgendaPage) -> None:
    page = activiteit_page(haven_agenda, rule=weekly(count=3))
    second = Keer.objects.all()[1]
    coming = _sign_up(second)
    told = []

    def listen(**kwargs: object) -> None:
        told.append(kwargs)

    keren_changed.connect(listen)
    _change(page, next_monday(14), rule=weekly(count=3))

    coming.refresh_from_db()
    assert coming.keer is not None
    assert timezone.localtime(coming.keer.starts_at).hour == 14
    assert coming.keer.pk == second.pk
    assert len(told) == 1
    assert len(told[0]["moved"]) == 3  # type: ignore[arg-type]


def test_a_time_without_a_day_any_more_stays_for_who_would_come(haven_agenda: AgendaPage) -> None:
    page = activiteit_page(haven_agenda, rule=weekly(count=3))
    last = Keer.objects.all()[2]
    coming = _sign_up(last)

    _change(page, next_monday(), rule=weekly(count=2))

    coming.refresh_from_db()
    assert coming.keer is not None
    assert coming.keer.cancelled_at is not None
    assert Keer.objects.count() == 3
    assert Vermelding.objects.get(page=page, occurrence=last.slug).status == "afgelast"


def test_a_time_without_a_day_and_without_people_goes(haven_agenda: AgendaPage) -> None:
    page = activiteit_page(haven_agenda, rule=weekly(count=3))

    _change(page, next_monday(), rule=weekly(count=2))

    assert Keer.objects.count() == 2


def test_what_has_begun_is_never_touched(haven_agenda: AgendaPage) -> None:
    page = activiteit_page(haven_agenda, rule=weekly(count=3))
    first = Keer.objects.all()[0]
    past = timezone.now() - timedelta(days=1)
    Keer.objects.filter(pk=first.pk).update(starts_at=past, ends_at=past + timedelta(hours=2))

    _change(page, next_monday(14), rule=weekly(count=3))

    first.refresh_from_db()
    assert first.starts_at == past


def test_the_activity_goes_with_its_page(haven_agenda: AgendaPage) -> None:
    page = activiteit_page(haven_agenda)

    page.delete()

    assert not Activiteit.objects.exists()
    assert not Keer.objects.exists()


def test_an_unpublished_page_takes_no_sign_ups(haven_agenda: AgendaPage) -> None:
    page = activiteit_page(haven_agenda)

    page.unpublish()

    assert not Activiteit.objects.get().is_live
    assert not Vermelding.objects.filter(page=page).exists()
