"""Who signs up has a place until it lapses, or waits; once is once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from wijkteams.activiteiten.aanmelden import services
from wijkteams.activiteiten.aanmelden.applicant import Applicant, Refused, SignedUp
from wijkteams.activiteiten.aanmelden.room import in_words, room_of
from wijkteams.activiteiten.models import Aanmelding, Activiteit, Keer

Asks = Callable[..., SignedUp]
Status = Aanmelding.Status


def test_a_place_is_held_from_the_first_moment(asks: Asks, keer: Keer, mails: Any) -> None:
    done = asks("Anna", 3)

    assert done.has_place
    assert done.aanmelding.status == Status.ONBEVESTIGD
    assert (room_of(keer).taken, room_of(keer).free) == (3, 1)
    assert in_words(room_of(keer)) == "Nog 1 plek"
    (mail,) = mails()
    assert mail["to"] == "anna@bewoner.example"
    assert mail["subject"] == "Bevestig uw aanmelding: Samen koken"
    assert "van 10.00 tot 12.00 uur" in mail["text"]
    assert "Grote zaal" in mail["text"]
    assert "0500 12 34 07" in mail["text"]


def test_confirming_makes_it_certain_and_is_told_once(asks: Asks, mails: Any) -> None:
    pk = asks("Anna").aanmelding.pk
    services.confirm(pk)
    services.confirm(pk)

    assert Aanmelding.objects.get().status == Status.BEVESTIGD
    assert Aanmelding.objects.get().hold_until is None
    assert [mail["subject"] for mail in mails()][1:] == ["U komt naar Samen koken"]


def test_the_same_form_sent_twice_is_one_sign_up(asks: Asks, mails: Any) -> None:
    first, second = asks("Anna"), asks("Anna")

    assert first.aanmelding == second.aanmelding
    assert (first.is_new, second.is_new) == (True, False)
    assert len(mails()) == 1


def test_the_same_address_keeps_one_sign_up_and_only_the_mail_tells(asks: Asks, mails: Any) -> None:
    asks("Anna")
    services.confirm(Aanmelding.objects.get().pk)
    again = asks("ANNA", 2, again="x")
    asks("ANNA", 2, again="y")

    assert Aanmelding.objects.get().places == 1
    assert again.has_place  # as anybody else would read
    subjects = [mail["subject"] for mail in mails()]
    assert subjects[2:] == ["U stond al op de lijst: Samen koken"]


def test_what_does_not_fit_waits_in_order_of_arrival(asks: Asks, keer: Keer, mails: Any) -> None:
    asks("Anna", 4)
    assert not asks("Bram", 2).has_place
    assert not asks("Cor").has_place

    waiting = Aanmelding.objects.all().waiting()
    assert [row.name for row in waiting] == ["Bram", "Cor"]
    assert room_of(keer).state == "wachtlijst"
    assert room_of(keer).waiting == 2
    assert mails()[1]["subject"] == "U staat op de wachtlijst: Samen koken"


def test_without_a_waiting_list_full_is_full(asks: Asks, keer: Keer) -> None:
    Activiteit.objects.update(wachtlijst=False)
    asks("Anna", 4)

    with pytest.raises(Refused, match="vol"):
        asks("Bram")
    assert room_of(Keer.objects.get()).state == "vol"
    assert Aanmelding.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"closes_hours_before": 24 * 60}, "dicht"),
        ({"is_live": False}, "dicht"),
        ({"inschrijving": "geen"}, "inloop"),
        ({"cancelled_at": timezone.now()}, "afgelast"),
    ],
)
def test_what_is_closed_takes_nobody(asks: Asks, change: dict[str, Any], reason: str) -> None:
    Activiteit.objects.update(**change)

    with pytest.raises(Refused, match=reason):
        asks("Anna")


def test_what_is_over_takes_nobody(asks: Asks) -> None:
    past = timezone.now() - timedelta(days=1)
    Keer.objects.update(starts_at=past - timedelta(hours=2), ends_at=past)

    with pytest.raises(Refused, match="voorbij"):
        asks("Anna")


def test_a_group_is_not_larger_than_it_may_be(asks: Asks) -> None:
    with pytest.raises(Refused, match="te_groot"):
        asks("Anna", 5)
    with pytest.raises(Refused, match="te_groot"):
        asks("Bram", 0)


def test_open_has_room_for_everybody(asks: Asks, keer: Keer) -> None:
    Activiteit.objects.update(inschrijving="open")

    assert all(asks(f"b{number}", 4).has_place for number in range(3))
    assert in_words(room_of(Keer.objects.get())) == "U kunt zich aanmelden"


def test_a_time_can_have_a_number_of_places_of_its_own(asks: Asks, keer: Keer) -> None:
    Keer.objects.update(capacity=1)

    assert asks("Anna").has_place
    assert not asks("Bram").has_place


class TestReservedPlaces:
    """Two of four places are kept for who the team types in."""

    @pytest.fixture(autouse=True)
    def _reserved(self, keer: Keer) -> None:
        Activiteit.objects.update(reserved=2)

    def enter(self, keer: Keer, name: str, places: int = 1) -> SignedUp:
        return services.enter(
            activiteit=keer.activiteit,
            keer=keer,
            who=Applicant(name=name, adults=places),
            bron="telefoon",
            entered_by=None,
            request_key=name,
        )

    def test_are_not_for_the_public(self, asks: Asks) -> None:
        assert asks("Anna", 2).has_place
        assert not asks("Bram").has_place

    def test_are_filled_by_the_team_first(self, asks: Asks, keer: Keer) -> None:
        assert self.enter(keer, "Truus", 2).aanmelding.status == Status.BEVESTIGD
        assert asks("Anna", 2).has_place
        assert not self.enter(keer, "Wil").has_place

    def test_keep_their_source_and_need_no_mail(self, keer: Keer, mails: Any) -> None:
        found = self.enter(keer, "Truus").aanmelding
        assert (found.bron, found.email) == ("telefoon", "")
        assert mails() == []

    def test_cannot_be_said_to_come_from_the_site(self, keer: Keer) -> None:
        with pytest.raises(ValueError, match="web"):
            services.enter(
                activiteit=keer.activiteit,
                keer=keer,
                who=Applicant(name="Truus"),
                bron="web",
                entered_by=None,
                request_key="x",
            )
