"""A freed place is offered to exactly one, and goes on when nobody answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from wijkteams.activiteiten.aanmelden import clock, services
from wijkteams.activiteiten.aanmelden.applicant import Applicant, Refused, SignedUp
from wijkteams.activiteiten.aanmelden.room import room_of
from wijkteams.activiteiten.aanmelden.terms import hold_until
from wijkteams.activiteiten.keren import one
from wijkteams.activiteiten.models import Aanmelding, Activiteit, ActiviteitPage, Keer

Asks = Callable[..., SignedUp]
Status = Aanmelding.Status


def stands(name: str) -> str:
    return str(Aanmelding.objects.get(name=name).status)


def late(name: str) -> None:
    """As if this one had not answered in time."""
    past = timezone.now() - timedelta(minutes=1)
    Aanmelding.objects.filter(name=name).update(hold_until=past)


def test_a_freed_place_goes_to_the_first_whose_group_fits(asks: Asks, mails: Any) -> None:
    asks("Anna", 3)
    asks("Bram", 1)
    asks("Cor", 4)
    asks("Dina", 1)
    asks("Eva", 1)
    services.cancel(Aanmelding.objects.get(name="Bram").pk)

    assert [stands(name) for name in ("Cor", "Dina", "Eva")] == [
        Status.WACHTLIJST,
        Status.AANGEBODEN,
        Status.WACHTLIJST,
    ]
    assert mails()[-1]["to"] == "dina@bewoner.example"
    assert mails()[-1]["subject"] == "Er is een plek voor u: Samen koken"
    assert mails()[-2]["subject"] == "U bent afgemeld: Samen koken"


def test_who_takes_the_offer_comes(asks: Asks) -> None:
    asks("Anna", 4)
    asks("Bram")
    services.cancel(Aanmelding.objects.get(name="Anna").pk)
    services.claim(Aanmelding.objects.get(name="Bram").pk)

    assert stands("Bram") == Status.BEVESTIGD


def test_an_offer_that_nobody_takes_goes_to_the_next(asks: Asks, mails: Any) -> None:
    asks("Anna", 4)
    asks("Bram", 4)
    asks("Cor", 4)
    services.cancel(Aanmelding.objects.get(name="Anna").pk)
    late("Bram")
    clock.lapse_places.call()
    clock.lapse_places.call()

    assert (stands("Bram"), stands("Cor")) == (Status.VERLOPEN, Status.AANGEBODEN)
    last = [(mail["to"], mail["subject"]) for mail in mails()[-2:]]
    assert last == [
        ("bram@bewoner.example", "Uw plek is vervallen: Samen koken"),
        ("cor@bewoner.example", "Er is een plek voor u: Samen koken"),
    ]


def test_who_comes_late_does_not_pass_who_waits(asks: Asks) -> None:
    """Also when the task of each minute did not run."""
    asks("Anna", 4)
    asks("Bram", 4)
    late("Anna")

    assert not asks("Cor").has_place
    assert (stands("Anna"), stands("Bram")) == (Status.VERLOPEN, Status.AANGEBODEN)


def test_what_lapsed_cannot_be_confirmed_any_more(asks: Asks) -> None:
    asks("Anna")
    late("Anna")

    assert services.confirm(Aanmelding.objects.get().pk).status == Status.VERLOPEN


def test_the_team_phones_who_has_no_address(
    asks: Asks, keer: Keer, page: ActiviteitPage, mails: Any
) -> None:
    ActiviteitPage.objects.update(contact_email="team@sluisdam.example")
    asks("Anna", 4)
    services.enter(
        activiteit=keer.activiteit,
        keer=keer,
        who=Applicant(name="Truus de Boer"),
        bron="telefoon",
        entered_by=None,
        request_key="x",
    )
    services.cancel(Aanmelding.objects.get(name="Anna").pk)

    assert stands("Truus de Boer") == Status.AANGEBODEN
    assert mails()[-1]["to"] == "team@sluisdam.example"
    assert mails()[-1]["subject"] == "Bel iemand van de wachtlijst: Samen koken"
    assert "Truus" not in mails()[-1]["text"]


def test_cancelling_twice_frees_one_place(asks: Asks, keer: Keer, mails: Any) -> None:
    asks("Anna", 4)
    asks("Bram", 3)
    asks("Cor", 3)
    pk = Aanmelding.objects.get(name="Anna").pk
    services.cancel(pk)
    services.cancel(pk)

    assert (stands("Bram"), stands("Cor")) == (Status.AANGEBODEN, Status.WACHTLIJST)
    assert room_of(keer).taken == 3
    assert len([mail for mail in mails() if mail["to"].startswith("anna")]) == 2


class TestNumberOfPlaces:
    def test_fewer_throws_nobody_out_and_offers_nothing(
        self, asks: Asks, keer: Keer, page: ActiviteitPage
    ) -> None:
        for name in ("Anna", "Bram", "Cor", "Dina"):
            asks(name)
        asks("Eva")
        page.capacity = 2
        page.save_revision().publish()
        assert room_of(Keer.objects.get()).taken == 4
        services.cancel(Aanmelding.objects.get(name="Anna").pk)
        services.cancel(Aanmelding.objects.get(name="Bram").pk)
        assert stands("Eva") == Status.WACHTLIJST

        services.cancel(Aanmelding.objects.get(name="Cor").pk)
        assert stands("Eva") == Status.AANGEBODEN

    def test_more_is_offered_at_once(self, asks: Asks, page: ActiviteitPage) -> None:
        asks("Anna", 4)
        asks("Bram", 4)
        page.capacity = 8
        page.save_revision().publish()

        assert stands("Bram") == Status.AANGEBODEN

    def test_more_this_time_is_offered_at_once(self, asks: Asks, keer: Keer) -> None:
        asks("Anna", 4)
        asks("Bram", 2)
        one.describe(keer, note="", capacity=6)

        assert stands("Bram") == Status.AANGEBODEN


class TestAnotherNumberOfPeople:
    def test_more_only_as_far_as_there_is_room(self, asks: Asks) -> None:
        asks("Anna", 2)
        asks("Bram", 1)
        pk = Aanmelding.objects.get(name="Anna").pk
        assert services.change_size(pk, adults=2, children=1).places == 3
        with pytest.raises(Refused, match="vol"):
            services.change_size(pk, adults=2, children=2)
        assert Aanmelding.objects.get(pk=pk).places == 3

    def test_fewer_makes_room_for_who_waits(self, asks: Asks) -> None:
        asks("Anna", 4)
        asks("Bram", 2)
        services.change_size(Aanmelding.objects.get(name="Anna").pk, adults=2, children=0)

        assert stands("Bram") == Status.AANGEBODEN

    def test_who_waits_with_fewer_may_fit(self, asks: Asks) -> None:
        asks("Anna", 3)
        asks("Bram", 2)
        services.change_size(Aanmelding.objects.get(name="Bram").pk, adults=1, children=0)

        assert stands("Bram") == Status.AANGEBODEN

    def test_whoever_left_changes_nothing(self, asks: Asks) -> None:
        pk = asks("Anna").aanmelding.pk
        services.cancel(pk)
        with pytest.raises(Refused, match="weg"):
            services.change_size(pk, adults=2, children=0)


@pytest.mark.parametrize(
    ("left", "kept"),
    [
        (timedelta(days=9), timedelta(hours=24)),
        (timedelta(hours=10), timedelta(hours=5)),
        (timedelta(minutes=90), timedelta(hours=1)),
        (timedelta(minutes=20), timedelta(minutes=20)),
    ],
)
def test_an_offer_holds_a_day_and_shorter_near_the_start(left: timedelta, kept: timedelta) -> None:
    now = timezone.now()
    assert hold_until(now, now + left) == now + kept


def test_a_day_is_24_hours_when_the_clock_changes() -> None:
    """The last night of October: what the mail says is what is kept."""
    from datetime import UTC, datetime

    from wijkteams.activiteiten.aanmelden.face import moment_in_words

    now = datetime(2027, 10, 30, 18, 0, tzinfo=UTC)  # 20.00 uur, summer time
    until = hold_until(now, now + timedelta(days=9))
    assert moment_in_words(until) == "zondag 31 oktober 2027 om 19.00 uur"


def test_nothing_is_offered_after_the_start(asks: Asks, keer: Keer) -> None:
    asks("Anna", 4)
    asks("Bram")
    now = timezone.now()
    Keer.objects.update(starts_at=now - timedelta(hours=1), ends_at=now + timedelta(hours=1))
    services.cancel(Aanmelding.objects.get(name="Anna").pk)

    assert stands("Bram") == Status.WACHTLIJST


def test_whatever_made_room_in_silence_is_found_within_the_hour(asks: Asks) -> None:
    asks("Anna", 4)
    asks("Bram")
    Activiteit.objects.update(capacity=5)
    clock.look_at_waiting_lists.call()

    assert stands("Bram") == Status.AANGEBODEN
