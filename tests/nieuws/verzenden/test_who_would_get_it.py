"""The numbers that a volunteer sees before sending."""

from __future__ import annotations

from typing import Any

import pytest

from nieuws.models import Abonnee, Lijst
from nieuws.verzenden.services import Reason, recipients
from tests.factories.nieuws import reader
from wijkteams.models import Thema, Wijk

pytestmark = pytest.mark.django_db


@pytest.fixture
def groen(haven: Wijk) -> Lijst:
    """The list of Havenkwartier about green."""
    thema = Thema.objects.create(name="Groen", slug="groen")
    return Lijst.objects.create(wijk=haven, thema=thema, title="Groen", code="haven-groen")


def test_somebody_on_two_lists_counts_once_in_the_total(lijst: Lijst, groen: Lijst) -> None:
    reader(lijst)
    reader(groen)
    reader(groen, "bep@sluisdam.example")
    found = recipients([lijst, groen])
    assert [count.number for count in found.lists] == [1, 2]
    assert (found.total, found.double) == (2, 1)


def test_who_gets_nothing_is_counted_by_reason(lijst: Lijst) -> None:
    reader(lijst)
    reader(lijst, "a@sluisdam.example", "onbevestigd")
    reader(lijst, "b@sluisdam.example", "afgemeld")
    reader(lijst, "c@sluisdam.example", stand=Abonnee.Stand.GESCHORST)
    reader(lijst, "d@sluisdam.example", stand=Abonnee.Stand.KLACHT)
    found = recipients([lijst])
    assert found.total == 1
    assert found.excluded == dict.fromkeys(Reason.values, 1)
    assert found.left_out == 4


def test_it_takes_the_same_queries_for_many_lists(
    lijst: Lijst, groen: Lijst, django_assert_num_queries: Any
) -> None:
    for number in range(5):
        reader(lijst, f"lezer{number}@sluisdam.example")
    with django_assert_num_queries(3):
        recipients([lijst, groen])


def test_no_lists_have_no_readers(db: None) -> None:
    assert recipients([]).total == 0
