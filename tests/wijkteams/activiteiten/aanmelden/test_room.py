"""What a page says about room, in as many questions for one time as for fifty."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from tests.factories.activiteiten import activiteit, weekly
from wijkteams.activiteiten.aanmelden.applicant import Applicant, Refused
from wijkteams.activiteiten.aanmelden.room import in_words, room_of, room_of_series, rooms_of
from wijkteams.activiteiten.aanmelden.services import enter, sign_up
from wijkteams.activiteiten.models import Activiteit, AgendaPage, Keer


def come(one: Activiteit, keer: Keer | None, number: int) -> None:
    who = Applicant(name=f"b{number}", email=f"b{number}@bewoner.example")
    sign_up(activiteit=one, keer=keer, who=who, request_key=str(number), language="nl")


@pytest.fixture
def club(haven_agenda: AgendaPage) -> Activiteit:
    """Every Monday, ten places each time."""
    return activiteit(haven_agenda, rule=weekly(), inschrijving="beperkt", capacity=10)


def test_each_time_has_its_own_room(club: Activiteit) -> None:
    first, second = club.keren.all()[:2]
    for number in range(9):
        come(club, first, number)

    assert in_words(room_of(first)) == "Nog 1 plek"
    assert (room_of(first).state, room_of(second).state) == ("bijna_vol", "plekken")


def test_all_times_are_counted_in_one_question(
    club: Activiteit, django_assert_num_queries: Any
) -> None:
    keren = list(club.keren.all()[:50])
    with django_assert_num_queries(1):
        rooms = rooms_of(club, keren)
    assert {room.free for room in rooms.values()} == {10}


def test_all_times_of_a_course_are_counted_in_two(
    haven_agenda: AgendaPage, django_assert_num_queries: Any
) -> None:
    course = activiteit(
        haven_agenda, rule=weekly(count=8), inschrijving="beperkt", capacity=2, bereik="reeks"
    )
    come(course, None, 1)
    keren = list(course.keren.all())
    with django_assert_num_queries(2):
        rooms = rooms_of(course, keren)
    assert {room.free for room in rooms.values()} == {1}
    assert room_of_series(course).free == 1


def test_a_course_that_has_begun_is_closed_but_the_team_can_add_somebody(
    haven_agenda: AgendaPage,
) -> None:
    course = activiteit(haven_agenda, rule=weekly(count=8), inschrijving="open", bereik="reeks")
    past = timezone.now() - timedelta(days=1)
    first = course.keren.order_by("starts_at")[0]
    Keer.objects.filter(pk=first.pk).update(starts_at=past, ends_at=past + timedelta(hours=1))

    with pytest.raises(Refused, match="dicht"):
        come(course, None, 1)
    done = enter(
        activiteit=course,
        keer=None,
        who=Applicant(name="Truus"),
        bron="deur",
        entered_by=None,
        request_key="x",
    )
    assert done.has_place


def test_a_group_that_goes_on_and_on_can_be_joined_at_any_time(haven_agenda: AgendaPage) -> None:
    group = activiteit(haven_agenda, rule=weekly(), inschrijving="open", bereik="reeks")
    past = timezone.now() - timedelta(days=1)
    first = group.keren.order_by("starts_at")[0]
    Keer.objects.filter(pk=first.pk).update(starts_at=past, ends_at=past + timedelta(hours=1))

    assert room_of_series(group).state == "open"


def test_who_signed_up_for_the_series_counts_each_time(club: Activiteit) -> None:
    """Also after it was changed into signing up by time: nobody is counted away."""
    Activiteit.objects.update(bereik="reeks")
    club.refresh_from_db()
    come(club, None, 1)
    Activiteit.objects.update(bereik="keer")
    club.refresh_from_db()

    assert room_of(club.keren.all()[3]).taken == 1


def test_what_one_can_walk_into_asks_nothing(
    haven_agenda: AgendaPage, django_assert_num_queries: Any
) -> None:
    coffee = activiteit(haven_agenda, rule=weekly())
    keren = list(coffee.keren.all()[:5])
    with django_assert_num_queries(0):
        words = {in_words(room) for room in rooms_of(coffee, keren).values()}
    assert words == {"Gewoon binnenlopen"}
