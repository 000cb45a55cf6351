"""The agenda of the demo city: every kind of activity, and always something to come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db.models import Sum
from django.test import override_settings
from django.utils import timezone
from shapely.geometry import Point, shape

from tests.home.demo_city import AS_DEMO
from wijkteams.activiteiten.models import (
    Aanmelding,
    Activiteit,
    ActiviteitPage,
    Keer,
    Locatie,
    Vakantie,
)
from wijkteams.activiteiten.models.choices import Bereik, Soort
from wijkteams.models import Wijk


@pytest.fixture(autouse=True)
def _loaded(told: str, db: None) -> Iterator[None]:
    with override_settings(**AS_DEMO):
        yield


def dutch() -> Any:
    """The activities in Dutch."""
    return ActiviteitPage.objects.filter(locale__language_code="nl")


def test_every_kind_of_activity_is_there() -> None:
    live = dutch().live()

    assert set(live.values_list("soort", flat=True)) == set(Soort.values)
    for filled in ({"all_day": True}, {"is_free": False}, {"voor_wie": "vrouwen"}):
        assert live.filter(**filled).exists(), filled
    for name in ("online_link", "stukken", "looproute", "verslag", "vragen", "help_available"):
        assert any(getattr(page, name) for page in live), name
    assert live.filter(kinderen="voor_kinderen").count() >= 5
    assert any(len(page.talen) >= 4 for page in live)
    assert set(live.values_list("bereik", flat=True)) == set(Bereik.values)


def test_there_is_a_year_behind_and_a_year_ahead_in_every_ward() -> None:
    now = timezone.now()

    assert Keer.objects.count() >= 300
    assert Keer.objects.filter(starts_at__lt=now - timedelta(days=270)).exists()
    assert Keer.objects.filter(starts_at__gt=now + timedelta(days=270)).exists()
    assert Keer.objects.filter(visitors__gt=0).exclude(opbrengst="").count() >= 8
    for wijk in Wijk.objects.all():
        assert wijk.activiteiten.exists(), wijk
    assert Activiteit.objects.filter(wijk=None).count() >= 3


def test_every_week_to_come_has_something_in_the_lively_wards() -> None:
    now = timezone.now()
    for slug in ("havenkwartier", "oude-sluis", "kanaalzoom", "spoorzicht"):
        for week in range(4):
            begins = now + timedelta(weeks=week)
            within = (begins, begins + timedelta(weeks=1))
            keren = Keer.objects.filter(activiteit__wijk__slug=slug, starts_at__range=within)
            assert keren.exists(), (slug, week)


def test_one_is_full_with_people_waiting_and_one_nearly() -> None:
    left = []
    for keer in Keer.objects.upcoming().exclude(aanmeldingen=None).select_related("activiteit"):
        capacity = keer.capacity or keer.activiteit.capacity
        if capacity:
            left.append(capacity - keer.aanmeldingen.all().places())  # type: ignore[attr-defined]

    assert min(left) >= 0, "nobody is let in twice"
    assert 1 in left or 2 in left
    full = Activiteit.objects.get(title__startswith="Taalles: Nederlands")
    assert full.aanmeldingen.all().places() == full.capacity  # type: ignore[attr-defined]
    assert full.aanmeldingen.all().waiting().exists()  # type: ignore[attr-defined]


def test_one_time_is_cancelled_with_a_reason_and_one_was_moved() -> None:
    assert Keer.objects.upcoming().exclude(cancelled_at=None).exclude(cancel_reason="").exists()
    assert Keer.objects.upcoming().filter(moved=True).exists()


def test_who_signed_up_is_made_up_and_came_by_several_ways() -> None:
    rows = Aanmelding.objects.all()

    assert not rows.exclude(email="").exclude(email__endswith="@voorbeeld.example").exists()
    assert {"web", "telefoon", "papier"} <= set(rows.values_list("bron", flat=True))
    assert not rows.filter(email="", phone="").exists()
    assert (rows.aggregate(all=Sum("children"))["all"] or 0) > 10


def test_places_lie_within_their_ward() -> None:
    for place in Locatie.objects.exclude(wijk=None).select_related("wijk"):
        border = shape(place.wijk.boundary)
        assert border.contains(Point(place.longitude, place.latitude)), place


def test_holidays_say_that_they_are_examples_and_are_skipped() -> None:
    holidays = list(Vakantie.objects.all())
    keren = Keer.objects.filter(activiteit__title__startswith="Huiswerkklas", moved=False)

    assert len(holidays) == 3
    assert all("voorbeeld" in holiday.name for holiday in holidays)
    for one in holidays:
        assert not keren.filter(starts_at__date__range=(one.first_day, one.last_day)).exists()


def test_texts_of_the_city_are_addressed_to_u() -> None:
    for page in dutch().exclude(slug__in=("voetbal-in-de-kooi", "huiswerkklas")):
        words = f"{page.title} {page.summary}".lower().split()
        assert not {"je", "jij", "jouw"} & set(words), page
