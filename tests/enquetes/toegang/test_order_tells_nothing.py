"""Who used a right first does not stand first: rows are mixed as answers are laid down (R-10)."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from django.db import connection

from enquetes.bus.services import empty, post
from enquetes.models import Deelname, Enquete, Uitslagmail
from enquetes.toegang.mixing import mix
from enquetes.toegang.services import claim
from tests.enquetes.toegang.conftest import Make


@pytest.fixture
def asked(make: Make) -> Enquete:
    """Fifty members have a right, and answered in the order of their digests."""
    enquete = make("panel")
    for number in range(50):
        right = Deelname.objects.create(enquete=enquete, soort="panel", digest=f"{number:03d}")
        claim(enquete, right.pk)
        Uitslagmail.objects.create(enquete=enquete, email=f"{number:03d}@x.example")
    return enquete


def _digests() -> list[str]:
    """In the order in which the rows lie in the database."""
    asked = {
        "postgresql": "SELECT digest FROM enquetes_deelname ORDER BY ctid",
        "sqlite": "SELECT digest FROM enquetes_deelname ORDER BY rowid",
    }
    with connection.cursor() as cursor:
        cursor.execute(asked[connection.vendor])
        return [row[0] for row in cursor.fetchall()]


def _hits(found: list[str]) -> int:
    return sum(value == f"{place:03d}" for place, value in enumerate(found))


def _in_turn(found: list[str]) -> int:
    """How many are followed by who came next, wherever the row of them begins."""
    return sum(int(after) == int(one) + 1 for one, after in pairwise(found))


def test_before_it_the_order_tells(asked: Enquete) -> None:
    """Negative control: this is what mixing is for. (PostgreSQL may use a freed place again.)"""
    assert _in_turn(_digests()) >= 40


def test_after_laying_down_neither_place_nor_number_tells(asked: Enquete) -> None:
    hits, turns = [], []
    for _time in range(5):
        for _answer in range(10):
            post(asked, asked.versie, antwoorden={})  # type: ignore[arg-type]
        empty(asked)
        by_number = Deelname.objects.order_by("pk").values_list("digest", flat=True)
        addresses = Uitslagmail.objects.order_by("pk").values_list("email", flat=True)
        hits += [_hits(_digests()), _hits(list(by_number)), _hits([a[:3] for a in addresses])]
        turns += [_in_turn(_digests()), _in_turn(list(by_number))]

    assert Deelname.objects.filter(used=True).count() == 50
    assert Uitslagmail.objects.count() == 50
    assert sum(hits) / len(hits) <= 3
    assert sum(turns) / len(turns) <= 3


def test_who_did_not_answer_keeps_their_right(asked: Enquete) -> None:
    right = Deelname.objects.create(enquete=asked, soort="panel", digest="x", herinnerd=True)

    mix(asked)

    assert claim(asked, right.pk) == right


def test_what_is_mixed_stays_what_it_was(asked: Enquete) -> None:
    before = _values()

    mix(asked)

    assert _values() == before


def _values() -> list[Any]:
    names = ("enquete", "soort", "digest", "nummer", "buurt", "used", "herinnerd")
    return sorted(Deelname.objects.values_list(*names), key=str)
