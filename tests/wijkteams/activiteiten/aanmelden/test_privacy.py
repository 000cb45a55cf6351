"""What is kept about who comes goes in time, and a place that becomes free is not lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from core.privacy.engine import erase_person, export_person, purge
from tests.factories.activiteiten import activiteit_page, weekly
from wijkteams.activiteiten.aanmelden.applicant import Applicant, SignedUp
from wijkteams.activiteiten.aanmelden.services import sign_up
from wijkteams.activiteiten.models import Aanmelding, Activiteit, AgendaPage, Keer

Asks = Callable[..., SignedUp]
Status = Aanmelding.Status


def ended(ago: timedelta) -> None:
    """As if it had ended so long ago."""
    end = timezone.now() - ago
    Keer.objects.update(starts_at=end - timedelta(hours=2), ends_at=end)
    Aanmelding.objects.update(created_at=end - timedelta(days=9))


@pytest.mark.parametrize(
    ("keep_days", "ago", "left"),
    [(30, 29, 1), (30, 31, 0), (14, 13, 1), (14, 15, 0), (365, 31, 0), (0, 1, 0)],
)
def test_the_list_goes_when_the_team_said_and_at_most_after_30_days(
    asks: Asks, keep_days: int, ago: int, left: int
) -> None:
    asks("Anna")
    Activiteit.objects.update(keep_days=keep_days)
    ended(timedelta(days=ago))
    purge(timezone.now())
    purge(timezone.now())

    assert Aanmelding.objects.count() == left


def test_who_left_is_not_kept_until_after_an_activity_of_next_year(asks: Asks) -> None:
    asks("Anna")
    asks("Bram")
    Aanmelding.objects.filter(name="Anna").update(
        status=Status.AFGEMELD, changed_at=timezone.now() - timedelta(days=31)
    )
    purge(timezone.now())

    assert [row.name for row in Aanmelding.objects.all()] == ["Bram"]


@pytest.mark.parametrize(("ago", "left"), [(0, 1), (31, 0)])
def test_a_series_is_kept_until_after_its_last_time(
    haven_agenda: AgendaPage, ago: int, left: int
) -> None:
    page = activiteit_page(
        haven_agenda, "Taalles", rule=weekly(count=3), inschrijving="open", bereik="reeks"
    )
    who = Applicant(name="Anna", email="anna@bewoner.example")
    activiteit = Activiteit.objects.of_page(page).get()
    sign_up(activiteit=activiteit, keer=None, who=who, request_key="a", language="nl")
    moment: datetime = timezone.now() - timedelta(days=ago)
    for number, keer in enumerate(Keer.objects.order_by("starts_at")):
        end = moment - timedelta(days=7 * (2 - number)) + timedelta(minutes=1)
        Keer.objects.filter(pk=keer.pk).update(starts_at=end - timedelta(hours=1), ends_at=end)
    Aanmelding.objects.update(created_at=moment - timedelta(days=60))
    purge(timezone.now())

    assert Aanmelding.objects.count() == left


def test_whoever_is_erased_leaves_a_place_for_the_next(asks: Asks) -> None:
    asks("Anna", 4)
    asks("Bram", 2)
    erase_person("ANNA@bewoner.example")

    assert [(row.name, row.status) for row in Aanmelding.objects.all()] == [
        ("Bram", Status.AANGEBODEN)
    ]


def test_somebody_can_see_all_that_is_kept(asks: Asks) -> None:
    asks("Anna", 2)
    found = export_person("anna@bewoner.example")["gevonden"]
    kept = [one for one in found if "activiteit" in str(one["verwerking"]).lower()]
    assert kept[0]["gegevens"][0]["volwassenen"] == 2
    assert kept[0]["gegevens"][0]["naam"] == "Anna"
