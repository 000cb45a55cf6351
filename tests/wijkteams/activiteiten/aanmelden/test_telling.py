"""Whoever comes is told of every change, once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone

from tests.factories.activiteiten import activiteit_page, next_monday, weekly
from wijkteams.activiteiten.aanmelden.applicant import Applicant, SignedUp
from wijkteams.activiteiten.aanmelden.services import sign_up
from wijkteams.activiteiten.keren import one
from wijkteams.activiteiten.models import (
    Aanmelding,
    Activiteit,
    ActiviteitPage,
    AgendaPage,
    Keer,
)

Asks = Callable[..., SignedUp]


def test_a_time_that_is_moved_tells_the_old_and_the_new(asks: Asks, keer: Keer, mails: Any) -> None:
    asks("Anna", 4)
    asks("Bram")
    start = next_monday(14)
    one.move(keer, start, start + timedelta(hours=2))

    told = [mail for mail in mails() if mail["subject"] == "Andere tijd: Samen koken"]
    assert [mail["to"] for mail in told] == ["anna@bewoner.example", "bram@bewoner.example"]
    assert "van 10.00 tot 12.00 uur" in told[0]["text"]
    assert "van 14.00 tot 16.00 uur" in told[0]["text"]
    assert "/aanmelding/" in told[0]["text"]


def test_a_place_is_not_kept_until_after_an_earlier_start(asks: Asks, keer: Keer) -> None:
    asks("Anna")
    start = timezone.localtime(timezone.now() + timedelta(hours=2)).replace(
        tzinfo=None, microsecond=0
    )
    one.move(keer, start, start + timedelta(hours=1))

    assert Aanmelding.objects.get().hold_until == Keer.objects.get().starts_at


def test_a_time_that_does_not_take_place_tells_why(asks: Asks, keer: Keer, mails: Any) -> None:
    asks("Anna", 4)
    asks("Bram")
    one.cancel(keer, "De zaal staat onder water.")

    told = [mail for mail in mails() if mail["subject"] == "Gaat niet door: Samen koken"]
    assert len(told) == 2
    assert "De zaal staat onder water." in told[0]["text"]


def test_what_goes_on_after_all_tells_so_and_keeps_the_places(
    asks: Asks, keer: Keer, mails: Any
) -> None:
    asks("Anna", 4)
    one.cancel(keer, "Ziek.")
    Aanmelding.objects.update(hold_until=timezone.now() - timedelta(hours=1))
    one.resume(Keer.objects.get())

    assert mails()[-1]["subject"] == "Gaat toch door: Samen koken"
    found = Aanmelding.objects.get()
    assert found.status == Aanmelding.Status.ONBEVESTIGD
    assert found.hold_until is not None
    assert found.hold_until > timezone.now()


def test_a_page_that_is_removed_tells_who_would_come(
    asks: Asks, page: ActiviteitPage, mails: Any
) -> None:
    asks("Anna", 4)
    asks("Bram")
    page.delete()

    told = [mail for mail in mails() if mail["subject"] == "Gaat niet door: Samen koken"]
    assert len(told) == 2
    assert "/agenda/" not in told[0]["text"]  # it leads nowhere any more
    assert not Aanmelding.objects.exists()


def test_what_is_over_tells_nobody(asks: Asks, page: ActiviteitPage, mails: Any) -> None:
    asks("Anna")
    past = timezone.now() - timedelta(days=1)
    Keer.objects.update(starts_at=past - timedelta(hours=2), ends_at=past)
    page.delete()

    assert len(mails()) == 1


def test_who_comes_to_a_whole_series_gets_one_mail_of_all(
    haven_agenda: AgendaPage, mails: Any
) -> None:
    page = activiteit_page(
        haven_agenda, "Taalles", rule=weekly(count=8), inschrijving="open", bereik="reeks"
    )
    activiteit = Activiteit.objects.of_page(page).get()
    who = Applicant(name="Anna", email="anna@bewoner.example")
    sign_up(activiteit=activiteit, keer=None, who=who, request_key="a", language="nl")
    one.cancel_all(activiteit, "Geen docent.")
    one.resume_all(Activiteit.objects.get())

    subjects = [mail["subject"] for mail in mails()]
    assert subjects[1:] == ["Gaat niet door: Taalles", "Gaat toch door: Taalles"]
    assert "Elke maandag" in mails()[1]["text"]
