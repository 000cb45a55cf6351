"""A page costs the same in a village and in a large city: at most twelve queries, cold."""

from __future__ import annotations

import pytest

from tests.builders.city import build_city
from tests.scale.pages import addresses, cold_queries

pytestmark = pytest.mark.django_db
AT_MOST = 12


def counts(wards: int, news: int) -> dict[str, int]:
    """How many queries each kind of page takes; the city grows beside what is there."""
    city = build_city(wards=wards, news=news, index=True)
    return {name: len(cold_queries(address)) for name, address in addresses(city).items()}


def test_cold_queries_are_few_and_stay_the_same_when_the_city_grows() -> None:
    small = counts(1, 30)

    large = counts(59, 570)

    assert {name: number for name, number in large.items() if number > AT_MOST} == {}
    # Twenty items instead of ten, a second page to go to: nothing may cost a query for each.
    assert {name: (small[name], n) for name, n in large.items() if n > small[name]} == {}
