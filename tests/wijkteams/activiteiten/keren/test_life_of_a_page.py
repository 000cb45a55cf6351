"""Copying, moving, hiding, scheduling, reverting and removing an activity."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from tests.factories import activiteit_page, next_monday, weekly
from wijkteams.activiteiten.keren.signals import activiteit_goes
from wijkteams.activiteiten.models import Aanmelding, Activiteit, ActiviteitPage, AgendaPage, Keer
from wijkteams.activiteiten.recurrence.clock import detach

pytestmark = pytest.mark.django_db


@pytest.fixture
def club(haven_agenda: AgendaPage) -> ActiviteitPage:
    """Every Monday, five times."""
    return activiteit_page(haven_agenda, "Maandagclub", rule=weekly(count=5), inschrijving="open")


def comes(page: ActiviteitPage) -> Aanmelding:
    """Somebody comes to the first time."""
    activiteit = Activiteit.objects.of_page(page).get()
    return Aanmelding.objects.create(
        activiteit=activiteit,
        keer=activiteit.keren.all()[0],
        status="bevestigd",
        name="Truus",
        code="c",
        request_key="r",
    )


def test_a_copy_is_another_activity(club: ActiviteitPage) -> None:
    comes(club)
    copy = club.copy(update_attrs={"slug": "kopie", "title": "Dinsdagclub"})

    assert copy.translation_key != club.translation_key
    assert Activiteit.objects.count() == 2
    new = Activiteit.objects.of_page(copy).get()
    assert new.keren.count() == 5
    assert new.ical_uid != Activiteit.objects.of_page(club).get().ical_uid
    assert not new.aanmeldingen.exists()


def test_it_goes_along_to_another_ward(club: ActiviteitPage, sluis_agenda: AgendaPage) -> None:
    row = comes(club)
    club.move(sluis_agenda, pos="last-child")

    activiteit = Activiteit.objects.get()
    assert activiteit.wijk_id == sluis_agenda.wijk_id
    row.refresh_from_db()
    assert row.activiteit == activiteit


def test_hidden_and_shown_again_it_is_the_same_one(club: ActiviteitPage) -> None:
    row = comes(club)
    before = set(Keer.objects.values_list("pk", flat=True))
    club.unpublish()
    assert not Activiteit.objects.get().is_live

    ActiviteitPage.objects.get().get_latest_revision_as_object().save_revision().publish()
    activiteit = Activiteit.objects.get()
    assert activiteit.is_live
    assert set(Keer.objects.values_list("pk", flat=True)) == before
    assert row in activiteit.aanmeldingen.all()


def test_what_is_scheduled_counts_only_then(haven_agenda: AgendaPage) -> None:
    page = activiteit_page(haven_agenda, live=False)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    revision = page.save_revision()
    revision.publish()
    assert not Activiteit.objects.exists()

    page.go_live_at = timezone.now() - timedelta(minutes=1)
    revision = page.save_revision()
    revision.approved_go_live_at = page.go_live_at
    revision.save()
    call_command("publish_scheduled")
    assert Activiteit.objects.get().is_live


def test_an_older_version_brings_its_own_times_back(club: ActiviteitPage) -> None:
    row = comes(club)
    first = club.save_revision()
    club.starts_at += timedelta(days=1)
    club.ends_at += timedelta(days=1)
    club.herhaling = ""
    club.save_revision().publish()
    # The one who came on Monday now comes on Tuesday: the same week, the same time of the series.
    first.publish()

    activiteit = Activiteit.objects.get()
    assert activiteit.keren.count() == 5
    row.refresh_from_db()
    assert row.keer is not None
    assert detach(row.keer.starts_at) == next_monday()
    assert not row.keer.is_cancelled


def test_who_keeps_sign_ups_hears_before_it_is_removed(club: ActiviteitPage) -> None:
    comes(club)
    heard: list[int] = []

    def listen(activiteit: Activiteit, **kwargs: object) -> None:
        heard.append(activiteit.aanmeldingen.count())

    activiteit_goes.connect(listen)
    try:
        club.delete()
    finally:
        activiteit_goes.disconnect(listen)
    assert heard == [1]
    assert not Aanmelding.objects.exists()


def test_removing_a_whole_agenda_lets_everybody_know(
    club: ActiviteitPage, haven_agenda: AgendaPage
) -> None:
    comes(club)
    heard: list[Activiteit] = []

    def listen(activiteit: Activiteit, **kwargs: object) -> None:
        heard.append(activiteit)

    activiteit_goes.connect(listen)
    try:
        haven_agenda.refresh_from_db()
        haven_agenda.delete()
    finally:
        activiteit_goes.disconnect(listen)
    assert len(heard) == 1
    assert not Activiteit.objects.exists()
