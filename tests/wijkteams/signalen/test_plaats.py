from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.signalen import category, confidential, signal
from wijkteams.maps.distance import METRES_PER_DEGREE
from wijkteams.models import Wijk
from wijkteams.signalen.models import Soortplaats
from wijkteams.signalen.plaats import snapped, without_number


@given(st.floats(50.7, 53.6), st.floats(3.3, 7.3))
def test_a_rounded_place_is_within_its_square(latitude: float, longitude: float) -> None:
    row, column = snapped(latitude, longitude)
    per_degree = METRES_PER_DEGREE * math.cos(math.radians(row))
    assert abs(row - latitude) * METRES_PER_DEGREE <= 50.2
    assert abs(column - longitude) * per_degree <= 50.2
    assert snapped(row, column) == (row, column)


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("Kadeweg 12", "Kadeweg"),
        ("Kadeweg 12 bis", "Kadeweg bis"),
        ("Kadeweg 12a, 2801 AB", "Kadeweg"),
        ("bij de bushalte", "bij de bushalte"),
        ("12-14", ""),
    ],
)
def test_no_house_is_named(told: str, shown: str) -> None:
    assert without_number(told) == shown


@pytest.mark.django_db
def test_an_object_on_the_street_is_shown_exactly(haven: Wijk) -> None:
    signaal = signal(haven)
    assert (signaal.openbaar_latitude, signaal.openbaar_longitude) == (52.01, 4.71)


@pytest.mark.django_db
def test_other_places_are_rounded(haven: Wijk) -> None:
    overlast = category("overlast", "beperkt", plaats=Soortplaats.PRECIES)
    signaal = signal(haven, categorie=overlast, plaats_tekst="bij de familie Jansen")
    assert signaal.openbaar_plaats == ""
    assert (signaal.openbaar_latitude, signaal.openbaar_longitude) == snapped(52.01, 4.71)


@pytest.mark.django_db
def test_nothing_is_shown_of_a_confidential_place(haven: Wijk) -> None:
    signaal = confidential(haven)
    assert signaal.openbaar_latitude is None
    assert signaal.openbaar_plaats == ""
