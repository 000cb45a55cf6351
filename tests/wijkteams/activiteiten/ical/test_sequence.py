"""Every change that matters raises the number, or programs keep what they had."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from tests.factories.activiteiten import activiteit, weekly
from wijkteams.activiteiten.keren import one
from wijkteams.activiteiten.keren.sync import sync
from wijkteams.activiteiten.models import Activiteit, ActiviteitPage, AgendaPage, Keer, Locatie
from wijkteams.activiteiten.recurrence.clock import detach


@pytest.fixture
def found(haven_agenda: AgendaPage) -> Activiteit:
    place = Locatie.objects.create(name="De Brug")
    return activiteit(haven_agenda, rule=weekly(count=4), locatie=place)


def cancel(keer: Keer) -> None:
    one.cancel(keer, "Ziek.")


def resume(keer: Keer) -> None:
    Keer.objects.filter(pk=keer.pk).update(cancelled_at=keer.starts_at)
    one.resume(keer)


def move(keer: Keer) -> None:
    start, end = detach(keer.starts_at), detach(keer.ends_at)
    one.move(keer, start + timedelta(hours=1), end + timedelta(hours=1))


def note(keer: Keer) -> None:
    one.describe(keer, note="Neem brood mee.", capacity=None)


def cancel_all(keer: Keer) -> None:
    one.cancel_all(keer.activiteit, "We stoppen.")


def other_name_of_the_place(keer: Keer) -> None:
    place = Locatie.objects.get()
    place.name = "De Kajuit"
    place.save()


def publish_anew(keer: Keer) -> None:
    page = ActiviteitPage.objects.get()
    page.title = "Thee"
    page.save_revision().publish()


def lose_a_day(keer: Keer) -> None:
    row = keer.activiteit
    row.reeks = row.reeks.replace("COUNT=4", "COUNT=2")
    row.save()
    assert sync(row).deleted == 2


@pytest.mark.parametrize(
    "change",
    [cancel, resume, move, note, cancel_all, other_name_of_the_place, publish_anew, lose_a_day],
)
def test_a_change_raises_the_number(found: Activiteit, change: object) -> None:
    before = Activiteit.objects.get()
    change(found.keren.all()[1])  # type: ignore[operator]
    after = Activiteit.objects.get()

    assert after.ical_sequence > before.ical_sequence
    assert after.changed_at > before.changed_at
    assert after.ical_uid == before.ical_uid


def test_what_nobody_sees_raises_nothing(found: Activiteit) -> None:
    keer = found.keren.all()[1]
    keer.visitors = 12
    keer.save(update_fields=["visitors"])
    sync(found)

    assert Activiteit.objects.get().ical_sequence == found.ical_sequence


def test_a_translation_has_the_same_name_and_number(
    client: Client, found: Activiteit, haven_agenda: AgendaPage
) -> None:
    assert found.ical_uid.startswith(str(found.translation_key))
