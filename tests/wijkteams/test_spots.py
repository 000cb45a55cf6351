"""Gathering a map of thousands: each spot is reckoned when it changes, and only then."""

from __future__ import annotations

import math

import pytest

from wijkteams.maps.spots import APART, Point, Spot, gathered

MANY = [
    Point(x, y, 52 + y / 1000, 4 + x / 1000, closed=False)
    for x in range(0, 300, 3)
    for y in range(0, 300, 3)
]
CELLS = 14 * 14


def test_the_middle_of_a_spot_is_not_reckoned_over_and_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reckoned = 0

    def x(spot: Spot) -> int:
        nonlocal reckoned
        reckoned += 1
        return round(sum(point.x for point in spot.points) / spot.number)

    monkeypatch.setattr(Spot, "x", property(x))
    gathered(MANY)
    assert 0 < reckoned <= 2 * CELLS


def test_spots_hold_all_and_do_not_lie_on_one_another() -> None:
    spots = gathered(MANY)
    assert sorted(point for spot in spots for point in spot.points) == sorted(MANY)
    apart = [
        math.hypot(one.x - other.x, one.y - other.y)
        for number, one in enumerate(spots)
        for other in spots[number + 1 :]
    ]
    assert min(apart) >= APART
