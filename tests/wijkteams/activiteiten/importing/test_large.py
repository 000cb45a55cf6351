"""A large calendar costs no more questions than a small one, and is read in a request."""

from __future__ import annotations

import pytest

from tests.counting import count_queries
from tests.pace import at_most
from tests.wijkteams.activiteiten.importing.calendars import calendar, day, event
from wijkteams.activiteiten.importing.fetching import take_in
from wijkteams.activiteiten.models import AgendaPage, Bron


@pytest.fixture
def bieb(haven_agenda: AgendaPage) -> Bron:
    return Bron.objects.create(wijk=haven_agenda.wijk, name="Bieb", address="https://b.example/")


def many(number: int) -> bytes:
    start = f"DTSTART:{day(9)}T120000"
    return calendar(*[event(start, uid=str(n), title=f"Voorlezen {n}") for n in range(number)])


def test_two_thousand_activities_are_kept_in_a_few_seconds(bieb: Bron) -> None:
    with at_most(5):
        take_in(bieb, many(2000))

    assert bieb.gevonden.count() == 2000


def test_reading_the_same_again_asks_little(bieb: Bron) -> None:
    take_in(bieb, many(150))
    bieb.gevonden.update(stand="overgeslagen")

    assert count_queries(lambda: take_in(bieb, many(150))) <= 8
